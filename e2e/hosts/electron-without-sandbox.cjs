/**
 * Loaded by Electron before the app, on Linux only. Chromium's sandbox does not run as root or in most containers, so
 * the host starts Electron with --no-sandbox; but `app.enableSandbox()` takes that switch back and every process dies.
 * The windows keep `sandbox: true`: their preload script still runs without Node.
 */
require("electron").app.enableSandbox = () => {};
