using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>The wire form that group-version-kind and group-version-resource share: three texts with the numbers 1 to 3.</summary>
internal readonly record struct NameTriple(string Group, string Version, string Name)
{
    public static NameTriple ReadJson(ref JsonDecoder json, scoped ReadOnlySpan<byte> lastName)
    {
        var (group, version, last) = ("", "", "");
        if (!json.BeginObject())
        {
            return new(group, version, last);
        }

        while (json.NextMember())
        {
            var name = json.Name;
            if (name.SequenceEqual("group"u8))
            {
                json.Advance();
                group = json.ReadString();
            }
            else if (name.SequenceEqual("version"u8))
            {
                json.Advance();
                version = json.ReadString();
            }
            else if (name.SequenceEqual(lastName))
            {
                json.Advance();
                last = json.ReadString();
            }
            else
            {
                json.UnknownMember();
            }
        }

        return new(group, version, last);
    }

    public static NameTriple ReadProto(ref ProtoReader proto)
    {
        var (first, second, third) = ("", "", "");
        while (proto.NextField())
        {
            switch (proto.Number)
            {
                case 1:
                    first = proto.String();
                    break;
                case 2:
                    second = proto.String();
                    break;
                case 3:
                    third = proto.String();
                    break;
                default:
                    proto.Skip();
                    break;
            }
        }

        return new(first, second, third);
    }

    public void WriteJson(Utf8JsonWriter json, ReadOnlySpan<byte> lastName)
    {
        json.WriteStartObject();
        json.WriteString("group"u8, Group ?? "");
        json.WriteString("version"u8, Version ?? "");
        json.WriteString(lastName, Name ?? "");
        json.WriteEndObject();
    }

    public void WriteProto(ref ProtoWriter proto)
    {
        proto.String(3, Name ?? "");
        proto.String(2, Version ?? "");
        proto.String(1, Group ?? "");
    }
}
