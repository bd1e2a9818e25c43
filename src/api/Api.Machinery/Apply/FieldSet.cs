namespace Cybernetes.Api.Machinery;

/// <summary>
/// A set of paths as a trie: at each step a path may be a member itself, and may have members below it; one does not imply the other.
/// Insert only while building; the set operations make new sets, which share what did not change, and give this very set where nothing did.
/// </summary>
public sealed partial class FieldSet : IEquatable<FieldSet>
{
    private PathElement[] _elements = [];
    private Node[] _nodes = [];
    private int _count;

    /// <summary>True when no path is a member.</summary>
    public bool IsEmpty => _count == 0;

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

    /// <summary>Adds the path of one step.</summary>
    public void Insert(PathElement element)
    {
        ref var node = ref Place(element);
        node = node with { IsMember = true };
    }

    /// <summary>True when the path of one step is a member.</summary>
    public bool Has(PathElement element) => Find(element) is >= 0 and var at && _nodes[at].IsMember;

    /// <summary>What is below a step; null where nothing is.</summary>
    public FieldSet? Under(PathElement element) => Find(element) is >= 0 and var at ? _nodes[at].Children : null;

    /// <summary>What is below a step, made when there is nothing yet; for building. Prune the set afterwards if it may stay empty.</summary>
    public FieldSet Below(PathElement element)
    {
        ref var node = ref Place(element);
        if (node.Children is null)
        {
            node = node with { Children = new() };
        }

        return node.Children!;
    }

    /// <summary>Puts a set below a step; an empty one is not kept.</summary>
    public void Attach(PathElement element, FieldSet? below)
    {
        if (below is { IsEmpty: false })
        {
            ref var node = ref Place(element);
            node = node with { Children = below };
        }
    }

    /// <summary>The members of either.</summary>
    public FieldSet Union(FieldSet other) => IsEmpty ? other : other.IsEmpty || ReferenceEquals(this, other) ? this : Combine(other, (mine, theirs) => new(
        mine.IsMember || theirs.IsMember,
        mine.Children is null ? theirs.Children : theirs.Children is null ? mine.Children : mine.Children.Union(theirs.Children)));

    /// <summary>The members of both.</summary>
    public FieldSet Intersection(FieldSet other) => IsEmpty || ReferenceEquals(this, other) ? this : other.IsEmpty ? other : Combine(other, (mine, theirs) => new(
        mine.IsMember && theirs.IsMember,
        mine.Children is null || theirs.Children is null ? null : mine.Children.Intersection(theirs.Children)));

    /// <summary>The members of this set that are not the other's.</summary>
    public FieldSet Difference(FieldSet other) => IsEmpty || other.IsEmpty ? this : Combine(other, (mine, theirs) => new(
        mine.IsMember && !theirs.IsMember,
        mine.Children is null || theirs.Children is null ? mine.Children : mine.Children.Difference(theirs.Children)));

    /// <summary>The members of this set that are neither the other's nor below one of the other's.</summary>
    public FieldSet RecursiveDifference(FieldSet other) => IsEmpty || other.IsEmpty ? this : Combine(other, (mine, theirs) => theirs.IsMember
        ? default
        : new(mine.IsMember, mine.Children is null || theirs.Children is null ? mine.Children : mine.Children.RecursiveDifference(theirs.Children)));

    /// <summary>The set with each declared field on the way to a member as a member too.</summary>
    public FieldSet WithNamedFields(MergeType type)
    {
        var set = new FieldSet();
        for (var i = 0; i < _count; i++)
        {
            var (element, node) = (_elements[i], _nodes[i]);
            var isNamed = node.Children is not null && element.Kind == PathElementKind.Field && type.IsDeclared(element.Name);
            set.Append(element, new(node.IsMember || isNamed, node.Children?.WithNamedFields(type.Step(element))));
        }

        return set;
    }

    /// <summary>Every member's path, in order, as upstream shows paths.</summary>
    public IEnumerable<string> Paths() => Paths("");

    /// <inheritdoc/>
    public bool Equals(FieldSet? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || _count != other._count)
        {
            return false;
        }

        for (var i = 0; i < _count; i++)
        {
            if (_nodes[i] != other._nodes[i] || !_elements[i].Equals(other._elements[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _count;

    /// <summary>FieldsV1 as text.</summary>
    public override string ToString() => ToValue().ToString();

    private IEnumerable<string> Paths(string prefix)
    {
        for (var i = 0; i < _count; i++)
        {
            var path = prefix + _elements[i];
            if (_nodes[i].IsMember)
            {
                yield return path;
            }

            foreach (var inner in _nodes[i].Children?.Paths(path) ?? [])
            {
                yield return inner;
            }
        }
    }

    // A step that only one set has meets default; a result without member and children is none. The sum is made when it first differs from this set.
    private FieldSet Combine(FieldSet other, Func<Node, Node, Node> combine)
    {
        FieldSet? combined = null;
        var (i, j) = (0, 0);
        while (i < _count || j < other._count)
        {
            var order = i == _count ? 1 : j == other._count ? -1 : _elements[i].CompareTo(other._elements[j]);
            var element = order <= 0 ? _elements[i] : other._elements[j];
            var mine = order <= 0 ? _nodes[i] : default;
            var node = combine(mine, order >= 0 ? other._nodes[j] : default).Pruned();
            if (combined is null && (node.IsMember != mine.IsMember || !ReferenceEquals(node.Children, mine.Children)))
            {
                combined = Copy(i);
            }

            combined?.Append(element, node);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return combined ?? this;
    }

    private FieldSet Copy(int count) => new()
    {
        _elements = count == 0 ? [] : _elements.AsSpan(0, count).ToArray(),
        _nodes = count == 0 ? [] : _nodes.AsSpan(0, count).ToArray(),
        _count = count,
    };

    private int Find(PathElement element) => Array.BinarySearch(_elements, 0, _count, element);

    /// <summary>The node of a step, made where there is none.</summary>
    private ref Node Place(PathElement element)
    {
        _wire = default;
        var isLast = _count == 0 || _elements[_count - 1].CompareTo(element) < 0;
        var at = isLast ? ~_count : Find(element);
        if (at < 0)
        {
            at = ~at;
            Grow();
            Array.Copy(_elements, at, _elements, at + 1, _count - at);
            Array.Copy(_nodes, at, _nodes, at + 1, _count - at);
            (_elements[at], _nodes[at]) = (element, default);
            _count++;
        }

        return ref _nodes[at];
    }

    /// <summary>Adds a node behind all others, unless it says nothing.</summary>
    private void Append(PathElement element, Node node)
    {
        node = node.Pruned();
        if (node.IsMember || node.Children is not null)
        {
            Grow();
            (_elements[_count], _nodes[_count]) = (element, node);
            _count++;
        }
    }

    private void Grow()
    {
        if (_count == _elements.Length)
        {
            var size = Math.Max(4, _count * 2);
            Array.Resize(ref _elements, size);
            Array.Resize(ref _nodes, size);
        }
    }

    private readonly record struct Node(bool IsMember, FieldSet? Children)
    {
        public Node Pruned() => Children is { IsEmpty: true } ? this with { Children = null } : this;
    }
}
