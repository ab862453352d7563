@echo off
rem Starts Lectern from the folder this script lies in: without arguments the window, with arguments a command.
setlocal
set "ROOT=%~dp0.."
set "JAVA=%LECTERN_JAVA%"
if not defined JAVA if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA for %%J in (java.exe) do set "JAVA=%%~$PATH:J"
if not defined JAVA (
  echo Lectern needs Java 25 or newer, and none was found. Install Temurin 25 from https://adoptium.net or point LECTERN_JAVA at its java program. 1>&2
  exit /b 69
)
"%JAVA%" --module-path "%ROOT%\lib\javafx" --add-modules javafx.controls,javafx.fxml --enable-native-access=javafx.graphics,ALL-UNNAMED -XX:+UseSerialGC -Dh2.bindAddress=127.0.0.1 -Djava.net.useSystemProxies=true "-Dlectern.launcher=%~f0" %LECTERN_JAVA_OPTIONS% -cp "%ROOT%\lib\lectern.jar;%ROOT%\lib\*" app.lectern.Main %*
exit /b %ERRORLEVEL%
