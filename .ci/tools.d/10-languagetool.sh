#!/usr/bin/env bash
# LanguageTool from Maven Central into build/tools/languagetool/, where the tests look for it unless LINTNEWS_LANGUAGETOOL
# names another folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=6.8
target=build/tools/languagetool
test "$(cat $target/version 2>/dev/null)" = $version && exit 0
if ! command -v java >/dev/null || ! command -v mvn >/dev/null; then
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y openjdk-17-jre-headless maven >/dev/null
fi
rm -rf $target && mkdir -p $target
# English alone does not start: the server's language detection asks for the other three.
dependencies=$(for language in en es ca pt; do
  echo "<dependency><groupId>org.languagetool</groupId><artifactId>language-$language</artifactId>" \
    "<version>$version</version></dependency>"
done)
cat >$target/pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>tools</groupId><artifactId>languagetool</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.languagetool</groupId><artifactId>languagetool-server</artifactId><version>$version</version>
      <exclusions><exclusion>
        <groupId>org.languagetool</groupId><artifactId>language-all</artifactId>
      </exclusion></exclusions>
    </dependency>
    $dependencies
  </dependencies>
</project>
POM
timeout 300 mvn --batch-mode --quiet -f $target/pom.xml dependency:copy-dependencies \
  -DincludeScope=runtime -DoutputDirectory=lib
echo $version >$target/version
