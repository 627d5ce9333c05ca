#!/usr/bin/env bash
# Rehearses the move to Operaton in a copy of this checkout, target/operaton: renames, compiles, runs tests.
#   docs/operaton/rehearse.sh              the fast tests, then those of README.md beside this file
#   docs/operaton/rehearse.sh TestA,TestB  these tests only
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
copy=$root/target/operaton
chosen='*ProcessTest,QueryExpressionTest,TwoPersonRuleTest,RefusedTasksTest,OnePaymentScenarioTest'

rm -rf "$copy"
mkdir -p "$copy/renamed-tests"
(cd "$root" && git ls-files -z | tar -c --null -T -) | tar -x -C "$copy"
cd "$copy"
grep -rlIZ --exclude-dir=webjars -i camunda pom.xml src | xargs -0 sed -i -E -f "$here/rename.sed"
sed -i -E -f "$here/pom.sed" pom.xml
mv src/main/resources/META-INF/resources/webjars/{camunda,operaton}
cp "$here/renamed-tests.xml" renamed-tests/pom.xml

maven() { mvn -q -B -ntp -Dspotless.check.skip "$@"; }
maven -f renamed-tests/pom.xml package
maven test-compile
echo "It compiles against Operaton."

# Failures are counted below; what does not even run leaves no report and ends this script.
tests() { rm -rf target/surefire-reports; maven -Dmaven.test.failure.ignore surefire:test "$@"; count "$@"; }
count() {
  sed -nE 's/.*<testsuite .* name="([^"]+)" .*tests="([0-9]+)" errors="([0-9]+)" skipped="([0-9]+)" failures="([0-9]+)".*/\1 \2 \3 \4 \5/p' \
    target/surefire-reports/*.xml |
    awk -v what="$*" '{run += $2; red += $3 + $5; skipped += $4; if ($3 + $5) print "red: " $1 ", " $3 + $5 " of " $2}
      END {print what ": " run - red - skipped " green, " red " red, " skipped " skipped"}'
}
if [ $# -gt 0 ]; then
  tests "-Dtest=$1"
else
  tests -Dgroups=fast
  tests "-Dtest=$chosen"
fi
