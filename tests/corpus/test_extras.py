"""Without the optional packages: the rest works, and what needs them says what to install."""

import subprocess
import sys

import pytest

HIDDEN = "import sys; sys.modules['{}'] = None; "


def run(module, code):
    return subprocess.run(
        [sys.executable, "-c", HIDDEN.format(module) + code], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("code", ["import newsclean.arrow", "import newsclean; newsclean.run"])
def test_what_needs_pyarrow_says_what_to_install(code):
    error = run("pyarrow", code).stderr
    assert "needs pyarrow: pip install 'newsclean[corpus]'" in error


def test_the_command_says_it_in_a_line(tmp_path):
    result = run(
        "pyarrow",
        f"from newsclean.cli import main; sys.exit(main(['run', {str(tmp_path)!r}, '-o', {str(tmp_path)!r}]))",
    )
    assert result.returncode == 1
    assert result.stderr.endswith("needs pyarrow: pip install 'newsclean[corpus]'\n")
    assert "Traceback" not in result.stderr


def test_addresses_need_fsspec(tmp_path):
    pytest.importorskip("pyarrow", reason="needs newsclean[corpus]")
    code = f"import newsclean; newsclean.run('s3://bucket/a.jsonl', {str(tmp_path / 'o')!r})"
    assert "reading s3://bucket/a.jsonl needs fsspec: pip install 'newsclean[corpus]'" in run("fsspec", code).stderr


def test_the_rest_works_without():
    code = "import newsclean; print(len(list(newsclean.clean_many(['A bridge opens.'] * 3))))"
    assert run("pyarrow", code).stdout == "3\n"


def test_importing_newsclean_brings_in_nothing_of_it():
    names = "{'pyarrow', 'numpy', 'attrs', 'multiprocessing'}"
    code = f"import newsclean; print([name for name in sys.modules if name.partition('.')[0] in {names}])"
    assert run("nothing", code).stdout == "[]\n"


def test_loading_the_models_counts_for_no_record():
    code = (
        "import time, newsclean._outcome as o\n"
        "for page in (None, '<p>A bridge opens.'):\n"
        "    start = time.monotonic(); o._load(page=page is not None); loading = time.monotonic() - start\n"
        "    start = time.monotonic(); o.outcome('A bridge opens.', page, None, timeout=60.0)\n"
        "    print(time.monotonic() - start < loading)\n"
    )
    assert run("nothing", code).stdout == "True\nTrue\n"


def test_help_does_not_wait_for_it():
    command = "from newsclean.cli import main\ntry: main(['run', '--help'])\nexcept SystemExit: pass\n"
    code = f"{command}print('pyarrow' in sys.modules)"
    assert run("nothing", code).stdout.endswith("False\n")
