using System.Net;
using System.Numerics;

namespace Cybernetes.Controllers.Nodes;

/// <summary>A network cut into equal parts, some of which are taken. Not thread safe.</summary>
public sealed class CidrSet
{
    private readonly BigInteger _base;
    private readonly int _bytes;
    private readonly int _partBits;
    private readonly HashSet<long> _taken = [];
    private long _next;

    /// <summary>Cuts <paramref name="network"/> into parts of prefix length <paramref name="partPrefix"/>.</summary>
    public CidrSet(IPNetwork network, int partPrefix)
    {
        var address = network.BaseAddress.GetAddressBytes();
        (_bytes, PartPrefix, Network) = (address.Length, partPrefix, network);
        if (partPrefix < network.PrefixLength || partPrefix > _bytes * 8)
        {
            throw new ArgumentException($"New CIDR set failed; the node CIDR size is too big", nameof(partPrefix));
        }

        _base = new BigInteger(address, isUnsigned: true, isBigEndian: true);
        _partBits = (_bytes * 8) - partPrefix;
        Count = 1L << Math.Min(partPrefix - network.PrefixLength, 62);
    }

    /// <summary>The whole.</summary>
    public IPNetwork Network { get; }

    /// <summary>The prefix length of a part.</summary>
    public int PartPrefix { get; }

    /// <summary>How many parts there are.</summary>
    public long Count { get; }

    /// <summary>Takes the next free part; null when none is left.</summary>
    public IPNetwork? Allocate()
    {
        if (_taken.Count >= Count)
        {
            return null;
        }

        while (!_taken.Add(_next))
        {
            _next = (_next + 1) % Count;
        }

        var part = Part(_next);
        _next = (_next + 1) % Count;
        return part;
    }

    /// <summary>Takes every part that a network touches.</summary>
    public void Occupy(IPNetwork network)
    {
        foreach (var index in Touched(network))
        {
            _taken.Add(index);
        }
    }

    /// <summary>Gives back every part that a network touches.</summary>
    public void Release(IPNetwork network)
    {
        foreach (var index in Touched(network))
        {
            _taken.Remove(index);
        }
    }

    private IPNetwork Part(long index)
    {
        var bytes = (_base + (new BigInteger(index) << _partBits)).ToByteArray(isUnsigned: true, isBigEndian: true);
        var address = new byte[_bytes];
        bytes.CopyTo(address, _bytes - bytes.Length);
        return new IPNetwork(new IPAddress(address), PartPrefix);
    }

    private IEnumerable<long> Touched(IPNetwork network)
    {
        var address = network.BaseAddress.GetAddressBytes();
        if (address.Length != _bytes)
        {
            yield break;
        }

        var start = new BigInteger(address, isUnsigned: true, isBigEndian: true);
        var end = start + (BigInteger.One << ((_bytes * 8) - network.PrefixLength)) - 1;
        var (first, last) = ((start - _base) >> _partBits, (end - _base) >> _partBits);
        for (var index = BigInteger.Max(first, 0); index <= last && index < Count; index++)
        {
            yield return (long)index;
        }
    }
}
