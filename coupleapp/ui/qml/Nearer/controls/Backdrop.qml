pragma ComponentBehavior: Bound

import QtQuick
import Nearer

Rectangle {
    gradient: Gradient {
        GradientStop {
            position: 0
            color: Theme.surface
        }
        GradientStop {
            position: 1
            color: Theme.surfaceDeep
        }
    }
}
