"""What Windows shows in the properties of a program."""

from coupleapp import __version__

TEXT = """VSVersionInfo(
    ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, OS=0x40004, fileType=0x1),
    kids=[
        StringFileInfo([StringTable("040904B0", [
            StringStruct("CompanyName", "The Nearer authors"),
            StringStruct("FileDescription", "Nearer"),
            StringStruct("FileVersion", "{version}"),
            StringStruct("InternalName", "nearer"),
            StringStruct("LegalCopyright", "MIT licence"),
            StringStruct("ProductName", "Nearer"),
            StringStruct("ProductVersion", "{version}"),
        ])]),
        VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
    ],
)
"""


def numbers() -> tuple[int, int, int, int]:
    """The version as Windows wants it: always four numbers."""
    first, second, third = (int(part) for part in __version__.split("."))
    return first, second, third, 0


def version_info() -> str:
    return TEXT.format(numbers=numbers(), version=__version__)
