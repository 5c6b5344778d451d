"""What a report takes, in time and memory, over tables of growing size.

    python -m benchmarks.report [--rows 30000 300000] [--against] [--folder DIR]

The rows are those of the made-up corpus of `benchmarks.screenshots`, again and again, each time with other words in
each paragraph, so that hardly any line comes twice. The run that they are compared with did not know bylines and share
buttons. What is in the folder already is not made again. Needs the extras `corpus` and `report`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import newsclean
from benchmarks.corpus import measured
from benchmarks.screenshots import RECORDS, write_records

#: Copies of the corpus in a part.
COPIES = 10
#: The cleaners that a run goes without.
UNKNOWN = {"now": (), "before": ("bylines", "share")}


def made(folder: Path, run: str, rows: int) -> Path:
    """The folder of a run of so many rows."""
    parts = folder / f"{run}-{rows}"
    if not parts.exists():
        source = folder / "texts.jsonl"
        write_records(source)
        pipeline = newsclean.Pipeline.default().without(*UNKNOWN[run])
        newsclean.run(source, folder / run, workers=0, keep=(), pipeline=pipeline, overwrite=True)
        write(parts, folder / run, rows)
    return parts


def write(folder: Path, source: Path, rows: int) -> None:
    """Write parts with so many rows in all."""
    import duckdb

    folder.mkdir()
    for part in range(rows // (RECORDS * COPIES)):
        first = part * COPIES
        query = f"""
            select * exclude (i) replace (
                id || '-' || i as id,
                list_transform(paragraphs, lambda p:
                    {{'text': p.text || ' ' || i, 'kind': p.kind, 'start': p.start, 'end': p.end}}) as paragraphs,
                text || i as text
            )
            from read_parquet('{source}/*.parquet'), range({first}, {first + COPIES}) t(i)
        """  # noqa: S608 - numbers and a path of its own
        duckdb.sql(query).write_parquet(str(folder / f"part-{part:06}.parquet"), compression="zstd")


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each number of rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[30_000, 300_000])
    parser.add_argument("--against", action="store_true", help="compare two runs")
    parser.add_argument("--folder", type=Path, help="where the rows are made and kept; by default they are not kept")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or Path(name)
        folder.mkdir(exist_ok=True)
        for rows in options.rows:
            now, *before = (made(folder, run, rows) for run in (("now", "before") if options.against else ("now",)))
            against = [text for other in before for text in ("--against", str(other))]
            words = ["report", str(now), *against, "-o", str(folder / f"report-{rows}.html")]
            command = [sys.executable, "-m", "newsclean", *words]
            took = measured(lambda command=command: subprocess.run(command, check=True))  # noqa: S603
            size = sum(path.stat().st_size for path in now.iterdir()) / 1e6
            print(
                f"{rows:,} rows, {size:,.0f} MB: {took['cpu']:.0f} s of the processors, {took['wall']:.0f} s, "
                f"{took['megabytes']:,.0f} MB",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
