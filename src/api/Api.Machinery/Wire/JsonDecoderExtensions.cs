namespace Cybernetes.Api.Machinery;

/// <summary>The list and map forms that generated readers share; null gives nil.</summary>
public static class JsonDecoderExtensions
{
    /// <summary>A list of texts.</summary>
    public static ValueList<string> ReadStrings(this ref JsonDecoder json)
    {
        if (!json.BeginArray())
        {
            return default;
        }

        var items = new ValueListBuilder<string>();
        while (json.NextItem())
        {
            items.Add(json.ReadString());
        }

        return items.ToList();
    }

    /// <summary>A list of 32-bit whole numbers.</summary>
    public static ValueList<int> ReadInt32s(this ref JsonDecoder json)
    {
        if (!json.BeginArray())
        {
            return default;
        }

        var items = new ValueListBuilder<int>();
        while (json.NextItem())
        {
            items.Add(json.ReadInt32());
        }

        return items.ToList();
    }

    /// <summary>A list of 64-bit whole numbers.</summary>
    public static ValueList<long> ReadInt64s(this ref JsonDecoder json)
    {
        if (!json.BeginArray())
        {
            return default;
        }

        var items = new ValueListBuilder<long>();
        while (json.NextItem())
        {
            items.Add(json.ReadInt64());
        }

        return items.ToList();
    }

    /// <summary>A list of truth values.</summary>
    public static ValueList<bool> ReadBooleans(this ref JsonDecoder json)
    {
        if (!json.BeginArray())
        {
            return default;
        }

        var items = new ValueListBuilder<bool>();
        while (json.NextItem())
        {
            items.Add(json.ReadBoolean());
        }

        return items.ToList();
    }

    /// <summary>A list of base64 texts.</summary>
    public static ValueList<Bytes> ReadBytesList(this ref JsonDecoder json)
    {
        if (!json.BeginArray())
        {
            return default;
        }

        var items = new ValueListBuilder<Bytes>();
        while (json.NextItem())
        {
            items.Add(json.ReadBytes());
        }

        return items.ToList();
    }

    /// <summary>A list of messages.</summary>
    public static ValueList<T> ReadMessages<T>(this ref JsonDecoder json)
        where T : IMessage<T>
    {
        if (!json.BeginArray())
        {
            return default;
        }

        var items = new ValueListBuilder<T>();
        while (json.NextItem())
        {
            items.Add(T.ReadJson(ref json));
        }

        return items.ToList();
    }

    /// <summary>A map of texts.</summary>
    public static ValueMap<string> ReadStringMap(this ref JsonDecoder json)
    {
        if (!json.BeginObject())
        {
            return default;
        }

        var entries = new ValueListBuilder<KeyValuePair<string, string>>();
        while (json.NextMember())
        {
            var key = json.ReadName();
            json.Advance();
            entries.Add(new(key, json.ReadString()));
        }

        return ValueMap.Adopt(entries.ToArray());
    }

    /// <summary>A map of truth values.</summary>
    public static ValueMap<bool> ReadBooleanMap(this ref JsonDecoder json)
    {
        if (!json.BeginObject())
        {
            return default;
        }

        var entries = new ValueListBuilder<KeyValuePair<string, bool>>();
        while (json.NextMember())
        {
            var key = json.ReadName();
            json.Advance();
            entries.Add(new(key, json.ReadBoolean()));
        }

        return ValueMap.Adopt(entries.ToArray());
    }

    /// <summary>A map of base64 texts.</summary>
    public static ValueMap<Bytes> ReadBytesMap(this ref JsonDecoder json)
    {
        if (!json.BeginObject())
        {
            return default;
        }

        var entries = new ValueListBuilder<KeyValuePair<string, Bytes>>();
        while (json.NextMember())
        {
            var key = json.ReadName();
            json.Advance();
            entries.Add(new(key, json.ReadBytes()));
        }

        return ValueMap.Adopt(entries.ToArray());
    }

    /// <summary>A map of messages.</summary>
    public static ValueMap<T> ReadMessageMap<T>(this ref JsonDecoder json)
        where T : IMessage<T>
    {
        if (!json.BeginObject())
        {
            return default;
        }

        var entries = new ValueListBuilder<KeyValuePair<string, T>>();
        while (json.NextMember())
        {
            var key = json.ReadName();
            json.Advance();
            entries.Add(new(key, T.ReadJson(ref json)));
        }

        return ValueMap.Adopt(entries.ToArray());
    }
}
