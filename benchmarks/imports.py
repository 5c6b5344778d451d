"""What `import newsclean` costs, against `import trafilatura`, both in one run.

    python benchmarks/imports.py

Each import runs in processes of its own, in turn; the least time counts, less that of an empty process. Exits with 1
where newsclean costs a third of trafilatura or more.
"""

from __future__ import annotations

import subprocess
import sys
import time

LIMIT = 1 / 3
RUNS = 9
STATEMENTS = ("pass", "import newsclean", "import trafilatura")


def seconds(statement: str) -> float:
    """The time of a process that runs one statement."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)  # noqa: S603
    return time.perf_counter() - start


def main() -> int:
    """Print the three times and the ratio."""
    best = dict.fromkeys(STATEMENTS, float("inf"))
    for _ in range(RUNS):
        for statement in STATEMENTS:
            best[statement] = min(best[statement], seconds(statement))
    empty = best["pass"]
    ours, theirs = (max(best[statement] - empty, 0.0) for statement in STATEMENTS[1:])
    ratio = ours / theirs if theirs else float("inf")
    print(f"empty process       {empty * 1000:8.1f} ms")
    print(f"import newsclean    {ours * 1000:8.1f} ms more")
    print(f"import trafilatura  {theirs * 1000:8.1f} ms more")
    print(f"ratio               {ratio:8.3f}    (must be under {LIMIT:.3f})")
    return 0 if ratio < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
