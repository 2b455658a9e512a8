"""Tells qmllint what our Python types offer, from what Qt itself knows of them."""

import json
from pathlib import Path

from PySide6.QtCore import QMetaMethod, QMetaObject, QObject

Kind = QMetaMethod.MethodType


def describe(cls: type[QObject]) -> dict:
    """One class as the type registrar wants it, with what it inherits from classes of ours."""
    meta: QMetaObject = cls.staticMetaObject
    base: QMetaObject = QObject.staticMetaObject
    own_properties = range(base.propertyCount(), meta.propertyCount())
    own_methods = [meta.method(i) for i in range(base.methodCount(), meta.methodCount())]
    own_enums = (meta.enumerator(i) for i in range(base.enumeratorCount(), meta.enumeratorCount()))
    return {
        "className": cls.__name__,
        "qualifiedClassName": cls.__name__,
        "object": True,
        "superClasses": [{"access": "public", "name": "QObject"}],
        "classInfos": [{"name": "QML.Element", "value": "auto"}],
        "properties": [
            {
                "name": prop.name(),
                # Two names of one type; the linter of Qt 6.12 knows the second as a list.
                "type": prop.typeName().replace("QStringList", "QList<QString>"),
                "index": at,
                "read": prop.name(),
                **(
                    {"notify": bytes(prop.notifySignal().name().data()).decode()}
                    if prop.hasNotifySignal()
                    else {"constant": True}
                ),
            }
            for at, prop in ((i, meta.property(i)) for i in own_properties)
        ],
        "enums": [
            {
                "name": enum.name(),
                "isClass": False,
                "isFlag": False,
                "values": [enum.key(at) for at in range(enum.keyCount())],
            }
            for enum in own_enums
        ],
        "signals": [
            method(m) for m in own_methods if m.methodType() is QMetaMethod.MethodType.Signal
        ],
        "slots": [method(m) for m in own_methods if m.methodType() is QMetaMethod.MethodType.Slot],
    }


def method(meta: QMetaMethod) -> dict:
    return {
        "access": "public",
        "name": bytes(meta.name().data()).decode(),
        "returnType": meta.typeName() or "void",
        "arguments": [
            {"name": f"a{i}", "type": bytes(name.data()).decode()}
            for i, name in enumerate(meta.parameterTypes())
        ],
    }


def write(folder: Path, classes: list[type[QObject]]) -> Path:
    """The file the registrar reads."""
    path = folder / "models.json"
    document = [
        {
            "classes": [describe(cls) for cls in classes],
            "outputRevision": 68,
            "QML_IMPORT_NAME": "Nearer.Models",
            "QML_IMPORT_MAJOR_VERSION": 1,
            "QML_IMPORT_MINOR_VERSION": 0,
        }
    ]
    path.write_text(json.dumps(document))
    return path
