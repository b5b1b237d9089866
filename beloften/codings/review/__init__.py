"""Findings that a person judged one by one."""
