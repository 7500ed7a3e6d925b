"""Keeping a graph: backups in one portable file, restored on either engine, and upgrades from older models."""

from tiebook.keep.archive import Archive, Manifest
from tiebook.keep.backup import backup
from tiebook.keep.restore import restore
from tiebook.keep.upgrade import Upgraded, upgrade

__all__ = ["Archive", "Manifest", "Upgraded", "backup", "restore", "upgrade"]
