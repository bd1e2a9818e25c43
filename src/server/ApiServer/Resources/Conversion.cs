using System.Buffers;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;
using CoreEvent = Cybernetes.Api.CoreV1.Event;
using NewEvent = Cybernetes.Api.EventsV1.Event;

namespace Cybernetes.ApiServer.Resources;

/// <summary>
/// Turns objects of one version into another. Versions whose fields are the same go by their JSON; where they differ a converter is registered.
/// </summary>
public static class Conversion
{
    private static readonly Dictionary<(GroupVersionKind From, GroupVersionKind To), Func<IObject, IObject>> _special = [];

    static Conversion()
    {
        Register<CoreEvent, NewEvent>(EventConversion.FromCore);
        Register<NewEvent, CoreEvent>(EventConversion.ToCore);
        AutoscalerConversion.Register();
    }

    /// <summary>Registers a converter; before the server starts.</summary>
    public static void Register<TFrom, TTo>(Func<TFrom, TTo> convert)
        where TFrom : class, IObject<TFrom>
        where TTo : class, IObject<TTo> =>
        _special[(TFrom.Info.Kind, TTo.Info.Kind)] = value => convert((TFrom)value);

    /// <summary>The object in the storage version.</summary>
    public static IObject ToHub(IObject value, KindCodec hub) => To(value, hub);

    /// <summary>The object in a version.</summary>
    public static IObject To(IObject value, KindCodec codec)
    {
        var (from, to) = (value.GroupVersionKind, codec.Info.Kind);
        if (from == to)
        {
            return value;
        }

        if (_special.TryGetValue((from, to), out var convert))
        {
            return convert(value);
        }

        var buffer = new ArrayBufferWriter<byte>(2048);
        JsonEncoder.Write(value, buffer);
        return (IObject)codec.ReadJson(buffer.WrittenSpan);
    }
}
