#!/usr/bin/env bash
# production/lay-out.sh JAR FOLDER
# Lays a program out so that it starts in half the time: its libraries beside it instead of inside it, the library that
# computes signatures unpacked, and an archive of its classes as this very Java has loaded them once. Then
#   java @FOLDER/java.options -jar FOLDER/<name of the jar>
# The archive counts for this Java and this folder only; any other Java ignores it and starts more slowly.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jar=$(realpath "$1"); mkdir -p "$2"; folder=$(cd "$2" && pwd); name=$(basename "$jar")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java; tool=${JAVA_HOME:+$JAVA_HOME/bin/}jar

"$java" -Djarmode=tools -jar "$jar" extract --force --destination "$folder" > /dev/null

# Java 17 crashes when it archives what comes from a signed jar. Who made the parts was checked when the jar was built.
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
# A jar names its files in plain bytes, so that grep finds the few that are signed.
{ grep -aEl 'META-INF/[A-Za-z0-9_.-]+\.(SF|RSA|DSA|EC)' "$folder"/lib/*.jar || true; } | while read -r library; do
  mkdir "$work/jar"
  (cd "$work/jar" && "$tool" -xf "$library" && rm -f META-INF/*.SF META-INF/*.RSA META-INF/*.DSA META-INF/*.EC \
    && cp META-INF/MANIFEST.MF "$work/manifest" && "$tool" -cfm "$library" "$work/manifest" -C . .)
  rm -rf "$work/jar"
done

# /tmp, into which it would unpack itself at each start, may forbid executing.
native=$folder/native; mkdir -p "$native"
for library in "$folder"/lib/AmazonCorrettoCryptoProvider-*.jar; do
  [ -e "$library" ] || continue
  (cd "$work" && "$tool" -xf "$library" com/amazon/corretto/crypto/provider/libamazonCorrettoCryptoProvider.so \
    && mv com/amazon/corretto/crypto/provider/*.so "$native")
done

{
  cat "$here/java.options"
  echo "-Djava.library.path=$native -Dcom.amazon.corretto.crypto.provider.useExternalLib=true"
} > "$folder/java.options"
mkdir "$work/run"
(cd "$work/run" && "$java" "@$folder/java.options" -XX:TieredStopAtLevel=1 \
  -XX:ArchiveClassesAtExit="$folder/classes.jsa" -Dspring.context.exit=onRefresh \
  -jar "$folder/$name" --server.port=0 --spring.datasource.url=jdbc:h2:mem:once) > "$folder/lay-out.log" 2>&1 \
  || { tail -20 "$folder/lay-out.log" >&2; exit 1; }
echo "-XX:SharedArchiveFile=$folder/classes.jsa" >> "$folder/java.options"
