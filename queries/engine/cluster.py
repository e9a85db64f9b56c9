"""A Spark cluster: the engine for what one machine cannot hold."""

import logging
import os
import socket
from collections.abc import Iterator, Mapping
from importlib import import_module
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import pyarrow as pa

import data
from queries.engine import layout, shape
from queries.engine.asked import Unanswered
from queries.engine.kept import KEPT_OF, Kept
from queries.engine.local import DuckDB
from queries.engine.translated import spark as in_words_of_spark
from queries.files import Query

log = logging.getLogger(__name__)
MASTER_PORT, SECONDS_TO_REACH = 7077, 5
SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",  # a day is a day, wherever a machine stands
    "spark.sql.ansi.enabled": "true",  # what does not fit is an error, as it is for DuckDB
    "spark.sql.jsonGenerator.ignoreNullFields": "false",
    "spark.sql.cteRecursionLevelLimit": "10000",
    # Spark takes a table for as large as its files and hands every machine a copy of one below 10 MB; in memory it is up to twenty times that.
    "spark.sql.sources.fileCompressionFactor": "20",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
# A cluster on this machine is for trying: nothing of it can be reached from outside.
AT_HOME = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "1g",
    "spark.sql.shuffle.partitions": "2",
}


class Spark:
    """Answers from the Parquet files of a release. A release that is not the newest one is small and answered by DuckDB."""

    def __init__(self, master: str) -> None:
        self.master = master
        self._home = DuckDB()
        self._sessions: dict[str, Any] = {}
        self._texts: dict[tuple[str, str], str] = {}
        self._guard = Lock()

    def rows(self, database: data.Database, query: Query, values: Mapping[str, Any], most: int) -> pd.DataFrame:
        """The first `most` rows. Raises Unanswered where the cluster cannot be reached or refuses and no answer is kept.

        Where it is the kept answer of an earlier release, `attrs[KEPT_OF]` names that release.
        """
        if database.folder != data.data_folder():
            return self._home.rows(database, query, values, most)
        found, of = self._answered(database, query, values, most)
        frame = shape.framed(found, shape.types(database, query, values))
        if of != database.release:
            frame.attrs[KEPT_OF] = of
        return frame

    def chunks(self, database: data.Database, query: Query, values: Mapping[str, Any], rows: int) -> Iterator[pd.DataFrame]:
        """All rows, `rows` at a time; at least one frame. Raises Unanswered as `rows` does."""
        if database.folder != data.data_folder():
            yield from self._home.chunks(database, query, values, rows)
            return
        found, wanted = self._asked(database, query, values), shape.types(database, query, values)
        for start in range(0, max(1, len(found)), rows):
            yield shape.framed(found.slice(start, rows), wanted)

    def columns(self, database: data.Database, query: Query, values: Mapping[str, Any]) -> tuple[str, ...]:
        """The names of the columns, which the text says without any row."""
        return tuple(shape.types(database, query, values))

    def stages_at_work(self) -> int:
        """How many stages of queries the cluster works on now."""
        with self._guard:
            return max((len(session.sparkContext.statusTracker().getActiveStageIds()) for session in self._sessions.values()), default=0)

    def stop(self) -> None:
        """Let the cluster go."""
        with self._guard:
            for session in self._sessions.values():
                session.stop()
            self._sessions.clear()

    def _answered(self, database: data.Database, query: Query, values: Mapping[str, Any], most: int) -> tuple[pa.Table, str]:
        """An answer and the release it is of: the kept one, else the cluster's, else the newest kept one of any release."""
        kept, told = Kept(database.folder / layout.FOLDER), {**values, "most_rows": most}
        # The same question is another one where a fact that it reads is worked out in another way.
        text = "\n".join((query.sql, *query.derived.values()))
        if (found := kept.find(database.release, text, told)) is not None:
            return found, database.release
        try:
            found = self._asked(database, query, values, most)
        except Unanswered as error:
            if (last := kept.last(text, told)) is None:
                raise
            log.warning("%s The answer of release %s is shown.", error, last[0])
            return last[1], last[0]
        kept.put(database.release, text, told, found)
        return found, database.release

    def _asked(self, database: data.Database, query: Query, values: Mapping[str, Any], most: int | None = None) -> pa.Table:
        session, text = self._session(database), self._text(database, query)
        try:
            answer = session.sql(text, args={name: self._bound(value) for name, value in values.items()})
            return (answer if most is None else answer.limit(most)).toArrow()
        except Exception as error:
            if session.sparkContext._jsc is None or session.sparkContext._jsc.sc().isStopped():
                self._forget()
            raise Unanswered(f"The cluster {self.master} did not answer {query.name}: {first_line(error)}") from error

    def _forget(self) -> None:
        """A cluster that went away takes its sessions with it: the next question connects anew."""
        with self._guard:
            self._sessions.clear()

    def _text(self, database: data.Database, query: Query) -> str:
        key = (layout.named(database), query.sql)
        if key not in self._texts:
            self._texts[key] = in_words_of_spark(query.name, query.sql, lambda kind: shape.places(database, kind))
        return self._texts[key]

    def _session(self, database: data.Database) -> Any:
        """The session that knows the tables of a release by their names."""
        name = layout.named(database)
        with self._guard:
            if name not in self._sessions:
                with database.cursor() as cursor:
                    folder = layout.lay_out(cursor, layout.folder_of(database.folder, database.release, database.lists))
                session = self._connected().newSession()
                for table in layout.TABLES:
                    session.read.parquet(str(folder / table)).createOrReplaceTempView(table)
                self._sessions[name] = session
            return self._sessions[name]

    def _connected(self) -> Any:
        try:
            sql = import_module("pyspark.sql")
        except ImportError as error:
            raise Unanswered("SCO_ENGINE names a cluster, but PySpark is not installed: pip install --require-hashes -r requirements-spark.txt") from error
        local = self.master.startswith("local")
        if local:
            os.environ.setdefault("SPARK_HOME", os.path.dirname(import_module("pyspark").__file__ or ""))
        self._reached()
        builder = sql.SparkSession.builder.master(self.master).appName("dashboard")
        for name, value in (SETTINGS | (AT_HOME if local else {})).items():
            builder = builder.config(name, value)
        try:
            session = builder.getOrCreate()
        except Exception as error:
            raise Unanswered(f"The cluster {self.master} cannot be reached: {first_line(error)}") from error
        session.sparkContext.setLogLevel("OFF")
        return session

    def _reached(self) -> None:
        """Spark looks for its master for minutes before it gives up: one look says sooner that there is none."""
        place = urlsplit(self.master)
        if place.scheme != "spark":
            return
        try:
            socket.create_connection((place.hostname or "", place.port or MASTER_PORT), timeout=SECONDS_TO_REACH).close()
        except OSError as error:
            raise Unanswered(f"The cluster {self.master} cannot be reached: {error.strerror or error}.") from error

    @staticmethod
    def _bound(value: Any) -> Any:
        """A value as Spark binds it: an empty list needs its type."""
        functions = import_module("pyspark.sql.functions")
        if isinstance(value, list | tuple):
            return functions.array(*map(functions.lit, value)) if value else functions.array().cast("array<string>")
        return value


def first_line(error: Exception) -> str:
    """What went wrong, without the trace of a foreign program."""
    return (str(error).strip() or type(error).__name__).splitlines()[0][:300]
