import subprocess
import sys

import pytest

_ASK = """
import ctypes, resource
from coupleapp.desktop.memory import keep_out_of_dumps
resource.setrlimit(resource.RLIMIT_CORE, (1024, resource.getrlimit(resource.RLIMIT_CORE)[1]))
print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
keep_out_of_dumps()
print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
def test_no_core_is_written_and_nobody_reads_our_memory():
    told = subprocess.check_output([sys.executable, "-c", _ASK], text=True)

    assert told.split() == ["1024", "1", "0", "0"]
