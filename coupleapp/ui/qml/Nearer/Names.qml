pragma Singleton
import QtQuick

// As ui/base/isolation.py, for the sentences that are put together here.
QtObject {
    readonly property string rightToLeft: "[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]|[\\ud802-\\ud803\\ud83a-\\ud83b]"

    function isolated(words: string): string {
        return words.search(rightToLeft) < 0 ? words : "\u2068" + words + "\u2069";
    }
}
