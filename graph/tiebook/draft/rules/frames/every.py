"""Every frame by which a sentence may say a tie."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.frames.mediation import mediation_frames
from tiebook.draft.rules.frames.nominal import noun_frames
from tiebook.draft.rules.frames.nouns.belonging import belonging_frames
from tiebook.draft.rules.frames.nouns.compounds import compound_frames
from tiebook.draft.rules.frames.nouns.elected import elected_frames
from tiebook.draft.rules.frames.nouns.offices import office_frames
from tiebook.draft.rules.frames.nouns.places import place_frames
from tiebook.draft.rules.frames.others.casualties import casualty_frames
from tiebook.draft.rules.frames.others.consequences import consequence_frames
from tiebook.draft.rules.frames.others.disputed import disputed_frames
from tiebook.draft.rules.frames.others.feared import demand_frames, fear_frames
from tiebook.draft.rules.frames.others.given_over import given_over_frames
from tiebook.draft.rules.frames.others.invited import invited_frames
from tiebook.draft.rules.frames.others.shared import shared_frames
from tiebook.draft.rules.frames.others.two_others import two_others_frames
from tiebook.draft.rules.frames.others.uttered import (
    accusation_frames,
    answered_frames,
    duty_frames,
    request_frames,
    threat_frames,
)
from tiebook.draft.rules.frames.others.whereabouts import neighbour_frames, whereabouts_frames
from tiebook.draft.rules.frames.plans import plan_frames
from tiebook.draft.rules.frames.reactions import backing_frames, objection_frames, pressure_frames, reaction_frames
from tiebook.draft.rules.frames.roles import role_frames
from tiebook.draft.rules.frames.trade import trade_frames
from tiebook.draft.rules.frames.verbs.frames import verb_frames

FRAMES: Final = (
    verb_frames,
    plan_frames,
    trade_frames,
    compound_frames,
    role_frames,
    belonging_frames,
    office_frames,
    elected_frames,
    place_frames,
    noun_frames,
    reaction_frames,
    backing_frames,
    pressure_frames,
    objection_frames,
    casualty_frames,
    consequence_frames,
    mediation_frames,
    fear_frames,
    demand_frames,
    threat_frames,
    accusation_frames,
    request_frames,
    answered_frames,
    duty_frames,
    disputed_frames,
    given_over_frames,
    invited_frames,
    whereabouts_frames,
    neighbour_frames,
    two_others_frames,
    shared_frames,
)
