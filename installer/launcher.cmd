@echo off
rem Starts Backlot. Everything it needs lies beside it: a run-time image of the JDK, the jars, the models.
setlocal
for %%I in ("%~dp0..") do set "BACKLOT_IMAGE=%%~fI"
rem As launcher.sh: the quick compiler alone for commands that end soon, a small nursery for verifying.
set "TUNING="
for %%C in (generate replay export inspect) do if "%~1"=="%%C" set "TUNING=-XX:TieredStopAtLevel=1"
if "%~1"=="ledger" set "TUNING=-Xmn48m"
if "@MAIN_CLASS@"=="studio.backlot.app.VerifierMain" set "TUNING=-Xmn48m"
rem As launcher.sh: the window and the commands load different things, so each has a cache of its own.
set "CACHE=backlot"
if "@MAIN_CLASS@"=="studio.backlot.app.Main" if "%~1"=="" set "CACHE=window"
if "%~1"=="--measure-start" set "CACHE=window"
"%BACKLOT_IMAGE%\runtime\bin\java.exe" ^
  -Xlog:disable -Xlog:all=warning:stderr -Xlog:aot*=off:stderr -Xlog:cds*=off:stderr ^
  -XX:+UseSerialGC -XX:-UsePerfData %TUNING% ^
  "-XX:AOTCache=%BACKLOT_IMAGE%\lib\%CACHE%.aot" ^
  "-Dbacklot.home=%BACKLOT_IMAGE%" ^
  "-Donnxruntime.native.path=%BACKLOT_IMAGE%\lib\native" ^
  "-Dorg.sqlite.lib.path=%BACKLOT_IMAGE%\lib\native" ^
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
  --enable-native-access=@NATIVE_ACCESS@ ^
  --module-path "%BACKLOT_IMAGE%\lib" ^
  --module studio.backlot/@MAIN_CLASS@ %*
exit /b %ERRORLEVEL%
