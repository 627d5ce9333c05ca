# The application in an image, made from the jar: mvn package && docker build -t dvc-pay .
# docker run --read-only --tmpfs /tmp --stop-timeout 40 -p 8080:8080 -v <secrets>:/run/secrets:ro dvc-pay
# What it must be told is in docs/configuration.md.
FROM eclipse-temurin:17-jdk AS laid-out
WORKDIR /build
COPY target/dvc-pay.jar ./
COPY production/lay-out.sh production/java.options ./
RUN ./lay-out.sh dvc-pay.jar /app

# The very same Java, for which alone the archive of classes counts.
FROM eclipse-temurin:17-jdk
WORKDIR /app
# What changes least comes first.
COPY --from=laid-out /app/native/ native/
COPY --from=laid-out /app/lib/ lib/
COPY --from=laid-out /app/dvc-pay.jar /app/java.options /app/classes.jsa ./
# Nobody's account: it owns nothing here, and only /tmp is written to.
USER 10001:10001
ENV SPRING_PROFILES_ACTIVE=production
# Payers and the portal; staff; banks, whose TLS the node ends itself; watchers: see docs/configuration.md, Ports.
ENV DVC_STAFF_PORT=8081 DVC_BANK_PORT=8443 DVC_MANAGEMENT_PORT=8082
EXPOSE 8080 8081 8443 8082
# The image has bash but no HTTP client. A node that finds itself unhealthy answers 503.
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${DVC_MANAGEMENT_PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 4 _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "@/app/java.options", "-jar", "/app/dvc-pay.jar"]
