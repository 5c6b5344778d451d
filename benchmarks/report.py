"""What a report takes, in time and memory, over tables of growing size.

    python -m benchmarks.report [--rows 30000 300000]

The rows are those of the made-up corpus of `benchmarks.screenshots`, again and again, each time with other words in
each paragraph, so that hardly any line comes twice. Needs the extras `corpus` and `report`.
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
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[30_000, 300_000])
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_records(folder / "texts.jsonl")
        newsclean.run(folder / "texts.jsonl", folder / "clean", workers=0, keep=())
        for rows in options.rows:
            write(folder / str(rows), folder / "clean", rows)
            command = [
                sys.executable,
                "-m",
                "newsclean",
                "report",
                str(folder / str(rows)),
                "-o",
                str(folder / "r.html"),
            ]
            took = measured(lambda command=command: subprocess.run(command, check=True))  # noqa: S603
            size = sum(path.stat().st_size for path in (folder / str(rows)).iterdir()) / 1e6
            print(
                f"{rows:,} rows, {size:,.0f} MB: {took['cpu']:.0f} s of the processors, {took['wall']:.0f} s, "
                f"{took['megabytes']:,.0f} MB"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
