# Dateline as a container: no root, nothing written but to /data.
FROM python:3.13-slim AS packages
COPY requirements-image.lock /tmp/
RUN python -m venv --without-pip /opt/dateline \
    && pip --python /opt/dateline/bin/python install --no-cache-dir --no-compile --only-binary :all: \
       --require-hashes --requirement /tmp/requirements-image.lock

FROM python:3.13-slim
COPY --from=packages /opt/dateline /opt/dateline
COPY bot /app/bot
COPY digests /app/digests
COPY config /app/config
COPY pyproject.toml LICENSE /app/
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin dateline \
    && install --directory --mode 700 --owner dateline --group dateline /data
ENV PATH=/opt/dateline/bin:$PATH \
    PYTHONPATH=/app \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    ORT_DISABLE_TELEMETRY=1 \
    DATELINE_DATA=/data \
    DATELINE_LOG=json \
    DATELINE_WEB_PORT=9464
USER 10001:10001
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:9464/healthz', timeout=8)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
