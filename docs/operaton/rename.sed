# From Camunda 7.24 to Operaton 1.0: what a program like ours must rename. The first lines are the exceptions.
# Operaton evaluates by the JDK's own names of Jakarta EL, without packages of its own.
s#org\.camunda\.bpm\.impl\.juel\.jakarta\.el#jakarta.el#g
s#CAMUNDA_TASK_EXECUTOR#OPERATON_TASK_EXECUTOR#g
s#camundaHistoryTimeToLive\(#operatonHistoryTimeToLive(#g
s#getCamundaForm#getOperatonForm#g
# Packages, resources, properties, classes, the group of administrators. The name space of models stays: Operaton reads it.
s#org\.camunda\.bpm#org.operaton.bpm#g
s#org/camunda/bpm#org/operaton/bpm#g
s#\bcamunda\.bpm\b#operaton.bpm#g
s#CamundaBpm#OperatonBpm#g
s#camunda-admin#operaton-admin#g
s#webjars/camunda/#webjars/operaton/#g
# The addresses of Tasklist, Cockpit and Admin stay.
s#^    index-redirect-enabled: false#&\n    application-path: /camunda#
# Coordinates.
s#camunda-bom#operaton-bom#g
s#camunda-bpm-spring-boot#operaton-bpm-spring-boot#g
s#<camunda\.version>7\.24\.0#<camunda.version>1.0.3#
