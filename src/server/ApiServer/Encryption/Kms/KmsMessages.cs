using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Encryption.Kms;

/// <summary>The messages of the KMS plugin protocols and of stored v2 values, as far as they are used. Fields are written last first.</summary>
internal static class KmsMessages
{
    public static byte[] Write(params ReadOnlySpan<(int Number, object Value)> fields)
    {
        var proto = new ProtoWriter(256);
        for (var i = fields.Length - 1; i >= 0; i--)
        {
            switch (fields[i].Value)
            {
                case string text when text.Length > 0:
                    proto.String(fields[i].Number, text);
                    break;
                case byte[] bytes when bytes.Length > 0:
                    proto.Bytes(fields[i].Number, bytes);
                    break;
                case long number when number != 0:
                    proto.Int64(fields[i].Number, number);
                    break;
                case ValueMap<Bytes> map when !map.IsEmpty:
                    proto.BytesMap(fields[i].Number, map);
                    break;
            }
        }
        return proto.Finish();
    }

    /// <summary>Version, encrypt and decrypt of v1beta1, by field number.</summary>
    public static byte[] Field(ReadOnlySpan<byte> message, int number)
    {
        var proto = new ProtoReader(message);
        while (proto.NextField())
        {
            if (proto.Number == number)
            {
                return proto.Payload().ToArray();
            }
            proto.Skip();
        }
        return [];
    }

    public static (byte[] Ciphertext, string KeyId, ValueMap<Bytes> Annotations) ReadEncryptV2(ReadOnlySpan<byte> message)
    {
        byte[] ciphertext = [];
        var keyId = "";
        ValueMap<Bytes> annotations = default;
        var proto = new ProtoReader(message);
        while (proto.NextField())
        {
            switch (proto.Number)
            {
                case 1:
                    ciphertext = proto.Payload().ToArray();
                    break;
                case 2:
                    keyId = proto.String();
                    break;
                case 3:
                    var (key, value) = proto.BytesEntry();
                    annotations = annotations.With(key, value);
                    break;
                default:
                    proto.Skip();
                    break;
            }
        }
        return (ciphertext, keyId, annotations);
    }

    public static (string Version, string Health, string KeyId) ReadStatusV2(ReadOnlySpan<byte> message) =>
        (Text(Field(message, 1)), Text(Field(message, 2)), Text(Field(message, 3)));

    public static StoredV2 ReadStored(ReadOnlySpan<byte> message)
    {
        var stored = new StoredV2([], "", [], default, 0);
        var proto = new ProtoReader(message);
        while (proto.NextField())
        {
            switch (proto.Number)
            {
                case 1:
                    stored = stored with { Data = proto.Payload().ToArray() };
                    break;
                case 2:
                    stored = stored with { KeyId = proto.String() };
                    break;
                case 3:
                    stored = stored with { Source = proto.Payload().ToArray() };
                    break;
                case 4:
                    var (key, value) = proto.BytesEntry();
                    stored = stored with { Annotations = stored.Annotations.With(key, value) };
                    break;
                case 5:
                    stored = stored with { SourceType = proto.Int64() };
                    break;
                default:
                    proto.Skip();
                    break;
            }
        }
        return stored;
    }

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    /// <summary>A stored v2 value: sealed data, the seed sealed by the plugin, and what the plugin needs to open it.</summary>
    internal sealed record StoredV2(byte[] Data, string KeyId, byte[] Source, ValueMap<Bytes> Annotations, long SourceType)
    {
        /// <summary>The source is a seed for HKDF; otherwise it is an AES-GCM key itself.</summary>
        public const long Seed = 1;

        public byte[] Write() => KmsMessages.Write((1, Data), (2, KeyId), (3, Source), (4, Annotations), (5, SourceType));
    }
}
