FROM python:3.13-slim

WORKDIR /dashboard
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
# Packed at build time, so that the container can run with a read-only file system and as another user.
RUN python -m data && python -c 'from server.compressed import main; main()' && useradd --uid 65532 --no-create-home dashboard
# By number, so that an orchestrator can see that it is not root. The files belong to root and cannot be changed by it.
USER 65532:65532
ENV HOME=/tmp PYTHONDONTWRITEBYTECODE=1
# Another dataset: docker run … -v /srv/league:/data:ro -e SCO_DATA=/data …
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/ready', timeout=4)"]
CMD ["python", "-m", "streamlit", "run", "app.py", "--server.address", "0.0.0.0", "--server.headless", "true"]
