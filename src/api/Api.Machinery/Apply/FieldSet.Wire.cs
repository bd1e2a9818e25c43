using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <content>FieldsV1 in and out. A set remembers its encoding, and sets that many objects share (a controller's pods) are read once.</content>
public sealed partial class FieldSet
{
    // Sets by the hash of their encodings: the newest of a slot stays. Races only cost another reading.
    private static readonly FieldSet?[] _known = new FieldSet?[256];

    private Bytes _wire;

    /// <summary>Reads FieldsV1 as stored. The set may be shared: do not insert into it.</summary>
    /// <exception cref="WireException">The bytes are not of its form.</exception>
    public static FieldSet FromWire(Bytes fields)
    {
        ref var slot = ref Slot(fields);
        if (slot is { } known && known._wire == fields)
        {
            return known;
        }

        var set = Read(fields.Span);
        set._wire = fields;
        slot = set;
        return set;
    }

    /// <summary>FieldsV1 as stored, in the order of steps. Equal sets give the same bytes, mostly the very same.</summary>
    public Bytes ToWire()
    {
        if (!_wire.IsNil)
        {
            return _wire;
        }

        var wire = Bytes.Adopt(JsonEncoder.ToArray(new Encoding(this)));
        ref var slot = ref Slot(wire);
        if (slot is { } known && known._wire == wire)
        {
            wire = known._wire;
        }
        else
        {
            slot = this;
        }

        _wire = wire;
        return wire;
    }

    /// <summary>Reads FieldsV1.</summary>
    /// <exception cref="WireException">The value is not of its form.</exception>
    public static FieldSet FromValue(Value fields) => fields.IsMap ? Read(fields.ToJson()) : new();

    /// <summary>FieldsV1.</summary>
    public Value ToValue() => Value.ParseJson(ToWire().Span);

    private static ref FieldSet? Slot(Bytes wire) => ref _known[(uint)wire.GetHashCode() % (uint)_known.Length];

    private static FieldSet Read(ReadOnlySpan<byte> document)
    {
        var json = new JsonDecoder(document);
        try
        {
            json.Advance();
            var (set, _) = ReadNode(ref json);
            json.End();
            return set;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or InsufficientExecutionStackException)
        {
            throw new WireException(JsonErrors.Describe(document, e), e);
        }
    }

    // A step without anything below it is a member; one with something below it says so with ".".
    private static (FieldSet Set, bool IsMember) ReadNode(ref JsonDecoder json)
    {
        var set = new FieldSet();
        var (hasEntries, hasDot) = (false, false);
        if (!json.BeginObject())
        {
            return (set, true);
        }

        while (json.NextMember())
        {
            hasEntries = true;
            var name = json.ReadName();
            json.Advance();
            if (name == ".")
            {
                hasDot = true;
                json.Skip();
                continue;
            }

            if (json.Token != JsonTokenType.StartObject)
            {
                throw new WireException($"expected a map of fields at {GoText.Quote(name)}");
            }

            var (below, isMember) = ReadNode(ref json);
            if (isMember || !below.IsEmpty)
            {
                set.Place(PathElement.Parse(name)) = new Node(isMember, below).Pruned();
            }
        }

        return (set, !hasEntries || hasDot);
    }

    private void Write(Utf8JsonWriter json, bool isMember)
    {
        json.WriteStartObject();
        if (isMember && _count > 0)
        {
            json.WriteStartObject("."u8);
            json.WriteEndObject();
        }

        for (var i = 0; i < _count; i++)
        {
            json.WritePropertyName(_elements[i].ToWire());
            if (_nodes[i].Children is { } children)
            {
                children.Write(json, _nodes[i].IsMember);
            }
            else
            {
                json.WriteStartObject();
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private readonly struct Encoding(FieldSet set) : IMessage
    {
        public bool IsZero => false;

        public void WriteJson(Utf8JsonWriter json) => set.Write(json, isMember: false);

        public void WriteProto(ref ProtoWriter proto) => throw new WireException("proto: a field set has no protobuf form of its own");
    }
}
