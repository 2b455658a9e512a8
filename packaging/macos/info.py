"""What macOS wants to know of the bundle, beside what PyInstaller says."""

INFO = {
    "CFBundleDisplayName": "Nearer",
    "LSApplicationCategoryType": "public.app-category.lifestyle",
    "LSMinimumSystemVersion": "14.0",  # of Qt 6.12
    "NSHighResolutionCapable": True,
    "NSHumanReadableCopyright": "MIT licence",
    "NSRequiresAquaSystemAppearance": False,  # dark where the system is
    "NSSupportsAutomaticGraphicsSwitching": True,
    # No microphone, no camera, no place: nothing is asked for.
}
