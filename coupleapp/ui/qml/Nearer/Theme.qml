pragma Singleton
import QtQuick

QtObject {
    id: theme

    // Set once by the shell from the couple's choices.
    property string scheme: "dark"
    property real textScale: 1
    property bool reducedMotion: false
    property string resources: ""

    readonly property bool dark: theme.scheme !== "light"
    readonly property bool contrast: theme.scheme === "contrast"

    readonly property color surface: theme.contrast ? "#000000" : theme.dark ? "#0f1b21" : "#faf5ec"
    readonly property color surfaceDeep: theme.contrast ? "#000000" : theme.dark ? "#14262d" : "#f5ecdd"
    readonly property color surfaceRaised: theme.contrast ? "#101010" : theme.dark ? "#1d3640" : "#fffdf8"
    readonly property color ink: theme.contrast ? "#ffffff" : theme.dark ? "#f6efe1" : "#1d2e37"
    readonly property color inkSoft: theme.contrast ? "#f0f0f0" : theme.dark ? "#b3bfbc" : "#55666b"
    readonly property color line: theme.contrast ? "#ffffff" : theme.dark ? "#3b5a64" : "#d9cfbd"
    // Around what can be pressed or written in.
    readonly property color edge: theme.contrast ? "#ffffff" : theme.dark ? "#6f8b95" : "#8f8572"
    readonly property color partnerLeft: theme.contrast ? "#ffc673" : theme.dark ? "#f2b56b" : "#8a5210"
    readonly property color partnerRight: theme.contrast ? "#86ecdc" : theme.dark ? "#74c4b8" : "#1c665d"
    readonly property color calm: theme.contrast ? "#ffffff" : theme.dark ? "#d9cfa8" : "#6b6135"
    readonly property color accent: theme.contrast ? "#ffffff" : theme.dark ? "#e9dcc0" : "#1f4a52"
    readonly property color accentInk: theme.contrast ? "#000000" : theme.dark ? "#13242b" : "#fffdf8"
    readonly property color focus: theme.contrast ? "#ffff66" : theme.dark ? "#f6efe1" : "#1f4a52"
    readonly property real glow: theme.contrast ? 0 : theme.dark ? 1 : 0.62

    readonly property string sans: "Inter"
    readonly property string serif: "Vollkorn"
    readonly property real small: 15 * theme.textScale
    readonly property real body: 18 * theme.textScale
    readonly property real large: 22 * theme.textScale
    // What is large already grows less, so that a page still fits at 200 %.
    readonly property real displayScale: 1 + (theme.textScale - 1) * 0.35
    readonly property real caption: theme.small * (1 + (theme.textScale - 1) * 0.75) / theme.textScale
    readonly property real name: 40 * theme.displayScale
    readonly property real title: 44 * theme.displayScale
    readonly property real prompt: 38 * theme.displayScale
    readonly property real figures: 128 * theme.displayScale

    readonly property int unit: 8
    readonly property int column: 720

    // What a page of this width leaves free beside its words.
    function margin(width: real): real {
        return Math.max(24, Math.min(90, width * 0.08));
    }

    readonly property int quick: theme.reducedMotion ? 0 : 200
    readonly property int slow: theme.reducedMotion ? 0 : 600
    readonly property int fade: theme.reducedMotion ? 150 : 300
}
