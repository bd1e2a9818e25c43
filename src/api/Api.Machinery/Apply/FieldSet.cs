namespace Cybernetes.Api.Machinery;

/// <summary>
/// A set of paths as a trie: at each step a path may be a member itself, and may have members below it; one does not imply the other.
/// Insert only while building; the set operations make new sets.
/// </summary>
public sealed class FieldSet : IEquatable<FieldSet>
{
    private readonly SortedList<PathElement, Node> _nodes = [];

    /// <summary>True when no path is a member.</summary>
    public bool IsEmpty => _nodes.Count == 0;

    /// <summary>A set of fields of maps, each given as its steps.</summary>
    public static FieldSet OfFields(params ReadOnlySpan<string[]> paths)
    {
        var set = new FieldSet();
        foreach (var path in paths)
        {
            var at = set;
            foreach (var step in path[..^1])
            {
                at = at.Below(PathElement.Field(step));
            }

            at.Insert(PathElement.Field(path[^1]));
        }

        return set;
    }

    /// <summary>Reads FieldsV1.</summary>
    /// <exception cref="WireException">The value is not of its form.</exception>
    public static FieldSet FromValue(Value fields)
    {
        var set = new FieldSet();
        foreach (var (key, inner) in fields.Entries)
        {
            if (key == ".")
            {
                continue;
            }

            if (!inner.IsMap)
            {
                throw new WireException($"expected a map of fields at {GoText.Quote(key)}");
            }

            var below = FromValue(inner);
            var isMember = inner.Entries.IsEmpty || inner.Entries.ContainsKey(".");
            set.Set(PathElement.Parse(key), new(isMember, below.IsEmpty ? null : below));
        }

        return set;
    }

    /// <summary>FieldsV1.</summary>
    public Value ToValue()
    {
        var entries = new KeyValuePair<string, Value>[_nodes.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var node = _nodes.GetValueAtIndex(i);
            var inner = node.Children?.ToValue() ?? Value.EmptyMap;
            entries[i] = new(_nodes.GetKeyAtIndex(i).ToWire(), node.IsMember && node.Children is not null ? inner.With(".", Value.EmptyMap) : inner);
        }

        return Value.Map(ValueMap.Adopt(entries));
    }

    /// <summary>Adds the path of one step.</summary>
    public void Insert(PathElement element)
    {
        _nodes.TryGetValue(element, out var node);
        _nodes[element] = node with { IsMember = true };
    }

    /// <summary>True when the path of one step is a member.</summary>
    public bool Has(PathElement element) => _nodes.TryGetValue(element, out var node) && node.IsMember;

    /// <summary>What is below a step; null where nothing is.</summary>
    public FieldSet? Under(PathElement element) => _nodes.TryGetValue(element, out var node) ? node.Children : null;

    /// <summary>What is below a step, made when there is nothing yet; for building. Prune the set afterwards if it may stay empty.</summary>
    public FieldSet Below(PathElement element)
    {
        _nodes.TryGetValue(element, out var node);
        if (node.Children is null)
        {
            node = node with { Children = new() };
            _nodes[element] = node;
        }

        return node.Children!;
    }

    /// <summary>Puts a set below a step; an empty one is not kept.</summary>
    public void Attach(PathElement element, FieldSet below)
    {
        if (!below.IsEmpty)
        {
            _nodes.TryGetValue(element, out var node);
            _nodes[element] = node with { Children = below };
        }
    }

    /// <summary>The members of either.</summary>
    public FieldSet Union(FieldSet other) => Combine(other, (mine, theirs) => new(
        mine.IsMember || theirs.IsMember,
        mine.Children is null ? theirs.Children : theirs.Children is null ? mine.Children : mine.Children.Union(theirs.Children)));

    /// <summary>The members of both.</summary>
    public FieldSet Intersection(FieldSet other) => Combine(other, (mine, theirs) => new(
        mine.IsMember && theirs.IsMember,
        mine.Children is null || theirs.Children is null ? null : mine.Children.Intersection(theirs.Children)));

    /// <summary>The members of this set that are not the other's.</summary>
    public FieldSet Difference(FieldSet other) => Combine(other, (mine, theirs) => new(
        mine.IsMember && !theirs.IsMember,
        mine.Children is null || theirs.Children is null ? mine.Children : mine.Children.Difference(theirs.Children)));

    /// <summary>The members of this set that are neither the other's nor below one of the other's.</summary>
    public FieldSet RecursiveDifference(FieldSet other) => Combine(other, (mine, theirs) => theirs.IsMember
        ? default
        : new(mine.IsMember, mine.Children is null || theirs.Children is null ? mine.Children : mine.Children.RecursiveDifference(theirs.Children)));

    /// <summary>The set with each declared field on the way to a member as a member too.</summary>
    public FieldSet WithNamedFields(MergeType type)
    {
        var set = new FieldSet();
        foreach (var (element, node) in _nodes)
        {
            var isNamed = node.Children is not null && element.Kind == PathElementKind.Field && type.IsDeclared(element.Name);
            set.Set(element, new(node.IsMember || isNamed, node.Children?.WithNamedFields(type.Step(element))));
        }

        return set;
    }

    /// <summary>Every member's path, in order, as upstream shows paths.</summary>
    public IEnumerable<string> Paths() => Paths("");

    /// <inheritdoc/>
    public bool Equals(FieldSet? other) => other is not null && _nodes.SequenceEqual(other._nodes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _nodes.Count;

    /// <summary>FieldsV1 as text.</summary>
    public override string ToString() => ToValue().ToString();

    private IEnumerable<string> Paths(string prefix)
    {
        foreach (var (element, node) in _nodes)
        {
            var path = prefix + element;
            if (node.IsMember)
            {
                yield return path;
            }

            foreach (var inner in node.Children?.Paths(path) ?? [])
            {
                yield return inner;
            }
        }
    }

    private FieldSet Combine(FieldSet other, Func<Node, Node, Node> combine)
    {
        var combined = new FieldSet();
        var (i, j) = (0, 0);
        while (i < _nodes.Count || j < other._nodes.Count)
        {
            var order = i == _nodes.Count ? 1 : j == other._nodes.Count ? -1 : _nodes.GetKeyAtIndex(i).CompareTo(other._nodes.GetKeyAtIndex(j));
            var element = order <= 0 ? _nodes.GetKeyAtIndex(i) : other._nodes.GetKeyAtIndex(j);
            var mine = order <= 0 ? _nodes.GetValueAtIndex(i++) : default;
            var theirs = order >= 0 ? other._nodes.GetValueAtIndex(j++) : default;
            combined.Set(element, combine(mine, theirs));
        }

        return combined;
    }

    private void Set(PathElement element, Node node)
    {
        var children = node.Children is { IsEmpty: true } ? null : node.Children;
        if (node.IsMember || children is not null)
        {
            _nodes.Add(element, new(node.IsMember, children));
        }
    }

    private readonly record struct Node(bool IsMember, FieldSet? Children);
}
