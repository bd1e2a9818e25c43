using System.Globalization;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>Where in an object a field stands: <c>spec.containers[0].env[k].name</c>. Immutable; a child knows its parent.</summary>
public sealed class FieldPath
{
    private readonly FieldPath? _parent;
    private readonly string? _name;
    private readonly string? _key;
    private readonly int _index;

    private FieldPath(FieldPath? parent, string? name, string? key = null, int index = -1)
    {
        _parent = parent;
        _name = name;
        _key = key;
        _index = index;
    }

    /// <summary>The object itself; its children have no parent in print.</summary>
    public static FieldPath? Root => null;

    /// <summary>A field of the object, or one below it.</summary>
    public static FieldPath Of(string name, params ReadOnlySpan<string> more) => new FieldPath(null, name).Child(more);

    /// <summary>A field of this one.</summary>
    public FieldPath Child(string name) => new(this, name);

    /// <summary>A field below this one.</summary>
    public FieldPath Child(params ReadOnlySpan<string> names)
    {
        var at = this;
        foreach (var name in names)
        {
            at = new(at, name);
        }

        return at;
    }

    /// <summary>An item of this list.</summary>
    public FieldPath Index(int index) => new(this, null, null, index);

    /// <summary>An entry of this map.</summary>
    public FieldPath Key(string key) => new(this, null, key);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        Print(text);
        return text.ToString();
    }

    private void Print(StringBuilder text)
    {
        _parent?.Print(text);
        if (_name is not null)
        {
            if (_parent is not null)
            {
                text.Append('.');
            }

            text.Append(_name);
        }
        else if (_key is not null)
        {
            text.Append('[').Append(_key).Append(']');
        }
        else
        {
            text.Append('[').Append(_index.ToString(CultureInfo.InvariantCulture)).Append(']');
        }
    }
}
