"""The first chart of a run goes ahead; nothing is lost, put in another order or held without need."""

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from server.instead import pace


class Clock:
    """Time as the test has it, and when the queue asked to be looked at again."""

    now = 100.0

    def __init__(self) -> None:
        self.woken: list[float] = []

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(pace, "time", made)
    monkeypatch.setattr(pace, "wake", made.woken.append)
    return made


def begun() -> ForwardMsg:
    message = ForwardMsg()
    message.new_session.SetInParent()
    return message


def ended() -> ForwardMsg:
    message = ForwardMsg()
    message.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
    return message


def element(kind: str, place: int) -> ForwardMsg:
    message = ForwardMsg()
    getattr(message.delta.new_element, kind).SetInParent()
    message.metadata.delta_path[:] = [0, place]
    return message


def test_nobody_sees_the_pause() -> None:
    assert 0 < pace.HEAD_START_SECONDS <= 0.05


def filled(queue: pace.Paced, messages: list[ForwardMsg]) -> pace.Paced:
    for message in messages:
        queue.enqueue(message)
    return queue


def test_what_follows_the_first_chart_comes_a_moment_later_and_in_its_order(clock: Clock) -> None:
    messages = [begun(), element("markdown", 0), element("plotly_chart", 1), element("markdown", 2), element("plotly_chart", 3)]
    queue = filled(pace.Paced(), messages)
    assert queue.flush() == messages[:3]
    assert clock.woken == [pace.HEAD_START_SECONDS]
    queue.enqueue(last := ended())
    clock.now += pace.HEAD_START_SECONDS / 2
    assert queue.flush() == [] and clock.woken[-1] == pytest.approx(pace.HEAD_START_SECONDS / 2)
    clock.now = queue._held_until
    assert queue.flush() == [*messages[3:], last]
    assert queue.is_empty()


def test_the_rest_of_a_run_without_another_chart_is_not_held(clock: Clock) -> None:
    whole = [begun(), element("plotly_chart", 0), element("markdown", 1), ended()]
    assert filled(pace.Paced(), whole).flush() == whole
    queue = filled(pace.Paced(), whole[:3])
    assert queue.flush() == whole[:2]
    queue.enqueue(whole[3])
    assert queue.flush() == whole[2:], "the end of the run is known now"
    words = [begun(), element("markdown", 0), ended()]
    assert filled(pace.Paced(), words).flush() == words


def test_every_run_has_a_first_chart(clock: Clock) -> None:
    queue = filled(pace.Paced(), [begun(), element("plotly_chart", 0), element("plotly_chart", 1), ended()])
    assert len(queue.flush()) == 2
    clock.now += 1
    assert len(queue.flush()) == 2
    filled(queue, [element("plotly_chart", 2), element("plotly_chart", 3)])
    assert len(queue.flush()) == 2, "of the same run"
    filled(queue, [begun(), element("plotly_chart", 0), element("plotly_chart", 1), ended()])
    assert len(queue.flush()) == 2


def test_a_newer_form_of_what_is_held_takes_its_place(clock: Clock) -> None:
    queue = filled(pace.Paced(), [begun(), element("plotly_chart", 0), element("markdown", 1), element("plotly_chart", 2)])
    queue.flush()
    newer = element("markdown", 1)
    newer.delta.new_element.markdown.body = "newer"
    queue.enqueue(newer)
    clock.now += 1
    sent = queue.flush()
    assert [one.delta.new_element.markdown.body for one in sent if one.delta.new_element.WhichOneof("type") == "markdown"] == ["newer"]


def test_sessions_have_this_queue() -> None:
    from streamlit.runtime import app_session

    before = vars(app_session)["ForwardMsgQueue"]
    try:
        pace.take_over()
        assert vars(app_session)["ForwardMsgQueue"] is pace.Paced
    finally:
        setattr(app_session, "ForwardMsgQueue", before)  # noqa: B010
