using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api;

/// <summary>The codec of a kind chosen at run time.</summary>
public abstract class KindCodec
{
    /// <summary>Group, version, kind, plural and the like.</summary>
    public abstract KindInfo Info { get; }

    /// <summary>The field table.</summary>
    public abstract MessageSchema Schema { get; }

    /// <summary>The object with nothing set.</summary>
    public abstract IKind Empty { get; }

    /// <summary>Reads a JSON document; <paramref name="unknownFields"/>, where given, gathers the paths of unknown fields.</summary>
    /// <exception cref="WireException">The document cannot be read.</exception>
    public abstract IKind ReadJson(ReadOnlySpan<byte> document, List<string>? unknownFields = null);

    /// <summary>Reads a protobuf body, without envelope.</summary>
    /// <exception cref="WireException">The body cannot be read.</exception>
    public abstract IKind ReadProto(ReadOnlySpan<byte> body);
}

/// <inheritdoc/>
public class KindCodec<T> : KindCodec
    where T : class, IKind<T>
{
    /// <inheritdoc/>
    public override KindInfo Info => T.Info;

    /// <inheritdoc/>
    public override MessageSchema Schema => T.Schema!;

    /// <inheritdoc/>
    public override IKind Empty => T.Empty;

    /// <inheritdoc/>
    public override IKind ReadJson(ReadOnlySpan<byte> document, List<string>? unknownFields = null) => JsonDecoder.Read<T>(document, unknownFields);

    /// <inheritdoc/>
    public override IKind ReadProto(ReadOnlySpan<byte> body) => ProtoReader.Read<T>(body);
}

/// <summary>The codec of a kind whose objects have metadata.</summary>
public sealed class ObjectCodec<T> : KindCodec<T>
    where T : class, IObject<T>;

/// <summary>The codec of a list kind, chosen at run time.</summary>
public interface IListCodec
{
    /// <summary>The type of the items.</summary>
    Type ItemType { get; }

    /// <summary>A list of objects, which must be of the list's item type.</summary>
    IKind Of(ListMeta metadata, IReadOnlyList<IKind> items);
}

/// <inheritdoc/>
public sealed class ListCodec<TList, TItem> : KindCodec<TList>, IListCodec
    where TList : class, IListOf<TList, TItem>
{
    /// <inheritdoc/>
    public Type ItemType => typeof(TItem);

    /// <inheritdoc/>
    public IKind Of(ListMeta metadata, IReadOnlyList<IKind> items) => TList.Of(metadata, items.Cast<TItem>().ToValueList());
}
