# Instead of Camunda's libraries for tests, which Operaton publishes under none of their names: one jar of their renamed classes.
/<dependency>/{
:more
N
/<\/dependency>/!b more
/camunda-bpm-junit5|camunda-process-test-coverage/d
s#^( *)<dependency>.*camunda-bpm-assert.*#\1<dependency>\n\1  <groupId>vn.dvc</groupId>\n\1  <artifactId>renamed-tests</artifactId>\n\1  <version>1</version>\n\1  <scope>system</scope>\n\1  <systemPath>${project.basedir}/renamed-tests/target/renamed-tests-1.jar</systemPath>\n\1</dependency>#
}
