# syntax=docker/dockerfile:1
FROM node:20-bookworm-slim AS web
WORKDIR /build/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm install --no-save --no-audit --no-fund
COPY frontend ./
RUN npm run build

FROM python:3.11-slim-bookworm AS python
WORKDIR /app
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /venv
COPY requirements.lock ./
RUN /venv/bin/pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY board board
COPY server server
COPY migrations migrations
RUN /venv/bin/pip install --no-deps --no-build-isolation -e . \
    && /venv/bin/python -m compileall -q board server migrations

FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="Tafelkleed" \
      org.opencontainers.image.licenses="EUPL-1.2"
RUN useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin tafelkleed \
    && install -d -o tafelkleed -g tafelkleed /data
WORKDIR /app
COPY --from=python /venv /venv
COPY --from=python /app /app
COPY --from=web /build/frontend/dist frontend/dist
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    TAFELKLEED_DATA=/data \
    TAFELKLEED_HOST=0.0.0.0 \
    TAFELKLEED_PORT=8000
USER tafelkleed
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/ready', timeout=2)"]
STOPSIGNAL SIGTERM
CMD ["tafelkleed", "serve"]
