@echo off
rem Starts Backlot. Everything it needs lies beside it: a run-time image of the JDK, the jars, the models.
setlocal
for %%I in ("%~dp0..") do set "BACKLOT_IMAGE=%%~fI"
rem Verifying reads much and keeps little: a small nursery keeps the process small.
set "NURSERY="
if "%~1"=="ledger" set "NURSERY=-Xmn48m"
if "@MAIN_CLASS@"=="studio.backlot.app.VerifierMain" set "NURSERY=-Xmn48m"
"%BACKLOT_IMAGE%\runtime\bin\java.exe" ^
  -Xlog:disable -Xlog:all=warning:stderr -Xlog:aot*=off:stderr -Xlog:cds*=off:stderr ^
  -XX:+UseSerialGC %NURSERY% ^
  "-XX:AOTCache=%BACKLOT_IMAGE%\lib\backlot.aot" ^
  "-Dbacklot.home=%BACKLOT_IMAGE%" ^
  "-Donnxruntime.native.path=%BACKLOT_IMAGE%\lib\native" ^
  "-Dorg.sqlite.lib.path=%BACKLOT_IMAGE%\lib\native" ^
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
  --enable-native-access=@NATIVE_ACCESS@ ^
  --module-path "%BACKLOT_IMAGE%\lib" ^
  --module studio.backlot/@MAIN_CLASS@ %*
exit /b %ERRORLEVEL%
