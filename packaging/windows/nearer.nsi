; Installs Nearer for one person, without asking for an administrator. packages.py gives:
; VERSION and NUMBERS, FROZEN (the folder with both programs), ICON, OUTPUT, APP_ID, and SIGN (a
; command that signs a file) where there is a certificate. TARGET is for trying it elsewhere: Debian
; has NSIS for amd64, and NSIS's own build for Windows only the usual one.

!ifdef TARGET
  Target ${TARGET}
!endif
Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user

!include "MUI2.nsh"
!include "LogicLib.nsh"

!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP_ID}"
!define HOME "$LOCALAPPDATA\Programs\Nearer"

Name "Nearer"
OutFile "${OUTPUT}"
InstallDir "${HOME}"
BrandingText "Nearer ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Nearer"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Sets up Nearer"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_TEXT "Nearer now stands in your Start menu. After an update, open it once; then it asks again in the evening."
!define MUI_FINISHPAGE_RUN "$INSTDIR\nearer.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open Nearer"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Nearer goes; what the two of you wrote stays. Your notebook and its copies lie in $LOCALAPPDATA\Nearer until you delete that folder yourselves."
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

; Nothing is replaced or taken away under a running Nearer. Windows asks it to close, as it does before
; an update of its own, and it closes in order. Where that does not help, a sentence asks the person.
!macro CLOSE_NEARER PREFIX
Function ${PREFIX}InUse ; the file on the stack becomes 1 while it runs, else 0
  Exch $0
  ${If} ${FileExists} $0
    ClearErrors
    FileOpen $1 $0 a
    ${If} ${Errors}
      StrCpy $0 1
    ${Else}
      FileClose $1
      StrCpy $0 0
    ${EndIf}
  ${Else}
    StrCpy $0 0
  ${EndIf}
  Exch $0
FunctionEnd

Function ${PREFIX}AskToClose ; the file on the stack
  Exch $0
  System::Call 'rstrtmgr::RmStartSession(*i .r1, i 0, w .r2) i .r3'
  ${If} $3 == 0
    System::Call 'rstrtmgr::RmRegisterResources(i r1, i 1, *w r0, i 0, p 0, i 0, p 0)'
    System::Call 'rstrtmgr::RmShutdown(i r1, i 0, p 0)'
    System::Call 'rstrtmgr::RmEndSession(i r1)'
  ${EndIf}
  Pop $0
FunctionEnd

Function ${PREFIX}Close ; the file on the stack
  Pop $4
  Push $4
  Call ${PREFIX}InUse
  Pop $5
  ${If} $5 == 1
    DetailPrint "Nearer is asked to close."
    Push $4
    Call ${PREFIX}AskToClose
  ${EndIf}
  ${Do}
    Push $4
    Call ${PREFIX}InUse
    Pop $5
    ${If} $5 == 0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "Nearer is still open. Finish what you are doing, quit Nearer, then press Retry." /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Abort "Nearer is still open. Nothing was changed."
    again:
  ${Loop}
FunctionEnd

Function ${PREFIX}CloseNearer
  Push "$INSTDIR\nearer.exe"
  Call ${PREFIX}Close
  Push "$INSTDIR\coupleapp.exe"
  Call ${PREFIX}Close
FunctionEnd
!macroend
!insertmacro CLOSE_NEARER ""
!insertmacro CLOSE_NEARER "un."

; One person has one Nearer, in one place: what is emptied before an update is a folder of ours.
Function .onInit
  StrCpy $INSTDIR "${HOME}"
FunctionEnd

Function un.onInit
  StrCpy $INSTDIR "${HOME}"
FunctionEnd

Section "Nearer"
  Call CloseNearer
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FROZEN}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Nearer.lnk" "$INSTDIR\nearer.exe"
  WriteRegStr HKCU "${ENTRY}" "DisplayName" "Nearer"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\nearer.exe"
  WriteRegStr HKCU "${ENTRY}" "Publisher" "The Nearer authors"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
SectionEnd

; What starts this Nearer at login; another one, from another folder, keeps its own.
Function un.ForgetLogin
  StrLen $0 "$INSTDIR\"
  StrCpy $1 0
  ${Do}
    ClearErrors
    EnumRegValue $2 HKCU "${RUN}" $1
    ${If} ${Errors}
    ${OrIf} $2 == ""
      ${ExitDo}
    ${EndIf}
    ReadRegStr $3 HKCU "${RUN}" $2
    StrCpy $4 $3 1
    ${If} $4 == '"'
      StrCpy $3 $3 "" 1
    ${EndIf}
    StrCpy $3 $3 $0
    ${If} $3 == "$INSTDIR\"
      DeleteRegValue HKCU "${RUN}" $2
      DeleteRegValue HKCU "${APPROVED}" $2
    ${Else}
      IntOp $1 $1 + 1
    ${EndIf}
  ${Loop}
FunctionEnd

Section "Uninstall"
  Call un.CloseNearer
  Call un.ForgetLogin
  Delete "$SMPROGRAMS\Nearer.lnk"
  Delete "$INSTDIR\nearer.exe"
  Delete "$INSTDIR\coupleapp.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\_internal"
  RMDir "$INSTDIR" ; only if nothing of anybody else is in it
  DeleteRegKey HKCU "${ENTRY}"
SectionEnd
