"""Sentences that people are asked to code, by which the tool is measured."""
