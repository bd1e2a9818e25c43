using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>A list of texts that is a message of its own in protobuf: upstream's <c>ExtraValue</c> and <c>Verbs</c>.</summary>
[CollectionBuilder(typeof(StringList), nameof(Create))]
public readonly record struct StringList(ValueList<string> Items) : IMessage<StringList>, IReadOnlyList<string>
{
    /// <inheritdoc/>
    public static StringList Empty => default;

    /// <inheritdoc/>
    public static MessageSchema? Schema => null;

    /// <inheritdoc/>
    public bool IsZero => Items.IsEmpty;

    /// <inheritdoc/>
    public int Count => Items.Count;

    /// <inheritdoc/>
    public string this[int index] => Items[index];

    /// <summary>A list of the given texts.</summary>
    public static StringList Create(ReadOnlySpan<string> items) => new(ValueList.Create(items));

    /// <inheritdoc/>
    public static StringList ReadJson(ref JsonDecoder json)
    {
        if (!json.BeginArray())
        {
            return default;
        }

        var items = new List<string>();
        while (json.NextItem())
        {
            items.Add(json.ReadString());
        }

        return new(items.ToValueList());
    }

    /// <inheritdoc/>
    public static StringList ReadProto(ref ProtoReader proto)
    {
        var items = new List<string>();
        while (proto.NextField())
        {
            if (proto.Number == 1)
            {
                items.Add(proto.String());
            }
            else
            {
                proto.Skip();
            }
        }

        return items.Count == 0 ? default : new(items.ToValueList());
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        if (Items.IsNil)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var item in Items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto)
    {
        for (var i = Items.Count - 1; i >= 0; i--)
        {
            proto.String(1, Items[i]);
        }
    }

    /// <inheritdoc cref="IEnumerable{T}.GetEnumerator"/>
    public ValueList<string>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<string> IEnumerable<string>.GetEnumerator() => ((IEnumerable<string>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => Items.ToString();
}
