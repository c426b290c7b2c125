"""What can be changed in a Python file: each change a fault that a tired person could make.

Texts of logs and errors are left alone, and what only types and speed see: annotations, `cache`,
`frozen`, `slots`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutants.change import Change
from tests.mutants.python_forms import other_forms

STEPS = {"where", "order_by", "with_for_update", "limit", "distinct", "returning", "values"}
STEPS |= {"strip", "lstrip", "rstrip", "lower", "casefold", "upper", "removeprefix"}
SEEN_BY_NOTHING = {"frozen", "slots", "kw_only", "name", "daemon"}
KEPT_DECORATORS = {"cache", "lru_cache", "override", "final", "runtime_checkable", "overload"}
LOGS = {"log", "_log", "logger", "_logger"}
Function = ast.FunctionDef | ast.AsyncFunctionDef
BOUND = ast.Compare | ast.BoolOp | ast.BinOp | ast.UnaryOp | ast.IfExp
Node = ast.expr | ast.stmt | ast.keyword


def changes_of(file: str, source: str) -> list[Change]:
    """All changes of one file, in the order of its lines."""
    finder = _Finder(file, source)
    finder.block(ast.parse(source).body, at_import=True)
    return sorted(finder.found)


@dataclass(frozen=True)
class _Statement:
    first: int
    last: int
    at_import: bool


class _Finder:
    def __init__(self, file: str, source: str) -> None:
        self.found: list[Change] = []
        self._file = file
        self._lines = [0]
        for line in source.encode().splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def block(self, body: list[ast.stmt], *, at_import: bool) -> None:
        for statement in body:
            if isinstance(statement, ast.Import | ast.ImportFrom) or _says_nothing(statement):
                continue
            inner = _blocks(statement)
            last = min((block[0].lineno for block in inner if block), default=0) - 1
            place = _Statement(
                statement.lineno,
                max(statement.lineno, last) if inner else statement.end_lineno or 0,
                at_import,
            )
            self._statement(statement, place)
            for expression in _expressions(statement):
                self._expression(expression, place)
            below = at_import and not isinstance(statement, Function)
            for block in inner:
                self.block(block, at_import=below)

    def _statement(self, node: ast.stmt, place: _Statement) -> None:
        if instead := _instead_of(node):
            self._add(node, instead, place)
        match node:
            case ast.If() | ast.While():
                self._add(node.test, f"(not ({ast.unparse(node.test)}))", place)
            case ast.With(items=[ast.withitem(optional_vars=None) as item]):
                self._add(node, "if True", place, item.context_expr)
            case ast.Try():
                self._handlers(node, place)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._decorators(node, place)

    def _handlers(self, node: ast.Try, place: _Statement) -> None:
        for handler in node.handlers:
            first = handler.body[0]
            if not isinstance(first, ast.Raise):
                inner = _Statement(first.lineno, first.lineno, place.at_import)
                self._add(first, "raise", inner, handler.body[-1])

    def _decorators(self, node: Function, place: _Statement) -> None:
        for decorator in node.decorator_list:
            if _last_name(decorator) not in KEPT_DECORATORS:
                start = self._start(decorator) - len("@")
                self._cut(decorator, start, self._end(decorator), place)

    def _expression(self, node: ast.expr, place: _Statement) -> None:
        if isinstance(node, ast.Call):
            if _is_log(node):
                return
            self._call(node, place)
        for other in other_forms(node):
            text = ast.unparse(other)
            self._add(node, f"({text})" if isinstance(other, BOUND) else text, place)
        if isinstance(node, ast.JoinedStr) or _is_type(node):
            return  # Python 3.11 does not know where the parts of an f-string are
        for child in ast.iter_child_nodes(node):
            if not (isinstance(child, ast.keyword) and child.arg in SEEN_BY_NOTHING):
                for expression in _within(child):
                    self._expression(expression, place)

    def _call(self, node: ast.Call, place: _Statement) -> None:
        """Without one of its arguments, or without this step of a chain."""
        is_step = isinstance(node.func, ast.Attribute) and node.func.attr in STEPS
        given: list[Node] = [*node.args, *node.keywords]
        for index, one in enumerate(given):
            named = isinstance(one, ast.keyword) and one.arg not in SEEN_BY_NOTHING
            if named or (is_step and len(given) > 1):
                follows = given[index + 1] if index + 1 < len(given) else None
                start = self._end(given[index - 1]) if index and not follows else self._start(one)
                self._cut(one, start, self._start(follows) if follows else self._end(one), place)
        if is_step and isinstance(node.func, ast.Attribute):
            self._cut(node.func, self._end(node.func.value), self._end(node), place)

    def _add(
        self, node: Node, replacement: str, place: _Statement, end: Node | None = None
    ) -> None:
        self._note(node, self._start(node), self._end(end or node), replacement, place)

    def _cut(self, node: Node, start: int, end: int, place: _Statement) -> None:
        self._note(node, start, end, "", place)

    def _note(self, node: Node, start: int, end: int, text: str, at: _Statement) -> None:
        self.found.append(
            Change(self._file, node.lineno, start, end, text, at.first, at.last, at.at_import)
        )

    def _start(self, node: Node) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def _end(self, node: Node) -> int:
        return self._lines[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)


def _instead_of(node: ast.stmt) -> str:
    """What a whole statement becomes; nothing, if it stays."""
    match node:
        case ast.Expr() | ast.AugAssign() | ast.Delete() | ast.Raise() | ast.Return(value=None):
            return "pass"
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            return "pass"
        case ast.Return(value=value) if not _is_none(value):
            return "return None"
        case ast.Break():
            return "continue"
        case ast.Continue():
            return "break"
    return ""


def _says_nothing(statement: ast.stmt) -> bool:
    """A docstring, an ellipsis, a line of a log, a block for the type checker."""
    match statement:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Expr(value=ast.Call() as call):
            return _is_log(call)
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
    return False


def _blocks(statement: ast.stmt) -> list[list[ast.stmt]]:
    fields = ("body", "orelse", "finalbody")
    blocks = [block for name in fields if (block := getattr(statement, name, None))]
    blocks += [handler.body for handler in getattr(statement, "handlers", [])]
    return blocks + [case.body for case in getattr(statement, "cases", [])]


def _expressions(statement: ast.stmt) -> Iterator[ast.expr]:
    """The expressions of a statement itself, without annotations and the texts of errors."""
    if isinstance(statement, Function):
        yield from statement.args.defaults
        yield from (default for default in statement.args.kw_defaults if default)
        return
    for name, value in ast.iter_fields(statement):
        if name in {"annotation", "exc", "cause", "msg", "targets", "target", "bases"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.withitem):
                yield child.context_expr
            elif isinstance(child, ast.match_case):
                yield from (child.guard,) if child.guard else ()
            elif isinstance(child, ast.expr):
                yield child


def _within(node: ast.AST) -> Iterator[ast.expr]:
    """`node`, if it is an expression, or the nearest expressions in it."""
    if isinstance(node, ast.expr):
        yield node
    else:
        for child in ast.iter_child_nodes(node):
            yield from _within(child)


def _is_log(call: ast.Call) -> bool:
    function = call.func
    owner = function.value if isinstance(function, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id in LOGS


def _is_type(node: ast.expr) -> bool:
    match node:
        case ast.Subscript(value=ast.Name(id="Literal")):
            return True
        case ast.Call(func=ast.Name(id=("TypeVar" | "NewType" | "cast"))):
            return True
    return False


def _is_none(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _last_name(decorator: ast.expr) -> str:
    node = decorator.func if isinstance(decorator, ast.Call) else decorator
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
