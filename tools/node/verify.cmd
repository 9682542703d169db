@rem The same for the shell of Windows.
@"%npm_node_execpath%" "%~dp0verify.mjs"
