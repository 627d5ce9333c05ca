# The application in an image, made from the jar: mvn package && docker build -t dvc-pay .
# docker run --read-only --tmpfs /tmp --stop-timeout 40 -p 8080:8080 -v <secrets>:/run/secrets:ro dvc-pay
# What it must be told is in docs/configuration.md.
FROM eclipse-temurin:17-jdk AS layers
WORKDIR /build
COPY target/dvc-pay.jar .
RUN java -Djarmode=tools -jar dvc-pay.jar extract --layers --destination layers
# The library that computes signatures would have to be unpacked into /tmp, which forbids executing.
RUN jar xf layers/dependencies/lib/AmazonCorrettoCryptoProvider-*.jar com/amazon/corretto/crypto/provider/libamazonCorrettoCryptoProvider.so \
 && mkdir native && mv com/amazon/corretto/crypto/provider/*.so native/

FROM eclipse-temurin:17-jre
WORKDIR /app
# What changes least comes first, so that a new version of ours is a layer of a few megabytes.
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/native/ native/
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
# Nobody's account: it owns nothing here, and only /tmp is written to.
USER 10001:10001
ENV SPRING_PROFILES_ACTIVE=production \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError -Djava.library.path=/app/native -Dcom.amazon.corretto.crypto.provider.useExternalLib=true"
# Payers and the portal; staff; banks, whose TLS the node ends itself; watchers: see docs/configuration.md, Ports.
ENV DVC_STAFF_PORT=8081 DVC_BANK_PORT=8443 DVC_MANAGEMENT_PORT=8082
EXPOSE 8080 8081 8443 8082
# The image has bash but no HTTP client. A node that finds itself unhealthy answers 503.
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${DVC_MANAGEMENT_PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 4 _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-jar", "dvc-pay.jar"]
