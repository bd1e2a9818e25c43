using System.Net;
using System.Net.Sockets;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>Checks of single values that many kinds share. Each adds what is wrong to the error list.</summary>
internal static class Check
{
    public const string Immutable = "field is immutable";

    public static void Label(string value, FieldPath path, ErrorList errors) => errors.Invalid(path, value, Names.Dns1123Label(value));

    public static void Subdomain(string value, FieldPath path, ErrorList errors) => errors.Invalid(path, value, Names.Dns1123Subdomain(value));

    public static void QualifiedName(string value, FieldPath path, ErrorList errors) => errors.Invalid(path, value, Names.QualifiedName(value));

    public static void NonNegative(long value, FieldPath path, ErrorList errors) => MetaRules.NonNegative(value, path, errors);

    public static void Positive(Quantity value, FieldPath path, ErrorList errors)
    {
        if (value.Sign <= 0)
        {
            errors.Invalid(path, value.ToString(), "must be greater than zero");
        }
    }

    public static void RequiredName(string value, FieldPath path, ErrorList errors)
    {
        if (value.Length == 0)
        {
            errors.Required(path);
        }
        else
        {
            Subdomain(value, path, errors);
        }
    }

    /// <summary>A text that must not be empty.</summary>
    public static void Required(string value, FieldPath path, ErrorList errors)
    {
        if (value.Length == 0)
        {
            errors.Required(path);
        }
    }

    /// <summary>A text that must not be empty and can be a segment of a path.</summary>
    public static void PathSegment(string value, FieldPath path, ErrorList errors)
    {
        if (value.Length == 0)
        {
            errors.Required(path);
        }
        else
        {
            errors.Invalid(path, value, NameRules.PathSegment(value, false));
        }
    }

    /// <summary>A network, strictly parsed, without bits beyond its length.</summary>
    public static void CanonicalCidr(string value, FieldPath path, ErrorList errors)
    {
        if (!TryCidr(value, out var address, out var bits) || value.Split('/') is not [var ip, var length] || (length.Length > 1 && length[0] == '0') || (!ip.Contains(':', StringComparison.Ordinal) && ip.Split('.').Any(part => part.Length > 1 && part[0] == '0')))
        {
            errors.Invalid(path, value, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
            return;
        }

        if (new IPAddress(Masked(address.GetAddressBytes(), bits)) + "/" + bits is var canonical && canonical != value)
        {
            errors.Invalid(path, value, $"must be in canonical form (\"{canonical}\")");
        }
    }

    /// <summary>An address with the bits beyond a length cleared.</summary>
    public static byte[] Masked(byte[] address, int bits) =>
        [.. address.Select((part, i) => (byte)(part & (0xff00 >> Math.Clamp(bits - (i * 8), 0, 8))))];

    /// <summary>One of an enumeration; empty is Required.</summary>
    public static void OneOf(string value, FieldPath path, ErrorList errors, params ReadOnlySpan<string> supported)
    {
        if (value.Length == 0)
        {
            errors.Required(path);
        }
        else
        {
            Supported(value, path, errors, supported);
        }
    }

    /// <summary>One of an enumeration, also when empty.</summary>
    public static void Supported(string value, FieldPath path, ErrorList errors, params ReadOnlySpan<string> supported)
    {
        if (!supported.Contains(value))
        {
            errors.NotSupported(path, value, supported);
        }
    }

    public static void Unchanged<T>(T value, T old, FieldPath path, ErrorList errors, Func<T, FieldValue> print)
    {
        if (!EqualityComparer<T>.Default.Equals(value, old))
        {
            errors.Invalid(path, print(value), Immutable);
        }
    }

    public static void Labels(ValueMap<string> labels, FieldPath path, ErrorList errors) => MetaRules.Labels(labels, path, errors);

    /// <summary>An address as upstream's sloppy parser takes it.</summary>
    public static void Ip(string value, FieldPath path, ErrorList errors)
    {
        if (!TryIp(value, out _))
        {
            errors.Invalid(path, value, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
        }
    }

    /// <summary>A network as upstream's sloppy parser takes it.</summary>
    public static void Cidr(string value, FieldPath path, ErrorList errors)
    {
        if (!TryCidr(value, out _, out _))
        {
            errors.Invalid(path, value, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
        }
    }

    public static bool TryIp(string value, out IPAddress address)
    {
        address = IPAddress.None;
        if (value.Contains(':', StringComparison.Ordinal))
        {
            if (value.AsSpan().IndexOfAny("[]%/") >= 0 || !IPAddress.TryParse(value, out var six) || six.AddressFamily != AddressFamily.InterNetworkV6)
            {
                return false;
            }

            address = six;
            return true;
        }

        var parts = value.Split('.');
        if (parts.Length != 4)
        {
            return false;
        }

        var bytes = new byte[4];
        for (var i = 0; i < 4; i++)
        {
            if (parts[i].Length is 0 || !parts[i].All(char.IsAsciiDigit) || !byte.TryParse(parts[i], out bytes[i]))
            {
                return false;
            }
        }

        address = new IPAddress(bytes);
        return true;
    }

    public static bool TryCidr(string value, out IPAddress address, out int bits)
    {
        address = IPAddress.None;
        bits = 0;
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && TryIp(value[..slash], out address)
            && value[(slash + 1)..] is { Length: > 0 and < 4 } length && length.All(char.IsAsciiDigit)
            && int.TryParse(length, out bits) && bits <= (address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
    }

    public static bool IsV6(string value) => TryIp(value, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>One of each family.</summary>
    public static bool IsDualStack(IEnumerable<string> addresses)
    {
        var (four, six) = (false, false);
        foreach (var address in addresses)
        {
            four |= !IsV6(address);
            six |= IsV6(address);
        }

        return four && six;
    }

    /// <summary>No address that means something else on every machine.</summary>
    public static void NonSpecialIp(string value, FieldPath path, ErrorList errors)
    {
        if (!TryIp(value, out var ip))
        {
            errors.Invalid(path, value, "must be a valid IP address");
            return;
        }

        var four = ip.AddressFamily == AddressFamily.InterNetwork;
        var bytes = ip.GetAddressBytes();
        if (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
        {
            errors.Invalid(path, value, $"may not be unspecified ({value})");
        }

        if (IPAddress.IsLoopback(ip))
        {
            errors.Invalid(path, value, "may not be in the loopback range (127.0.0.0/8, ::1/128)");
        }

        if (four ? bytes[0] == 169 && bytes[1] == 254 : ip.IsIPv6LinkLocal)
        {
            errors.Invalid(path, value, "may not be in the link-local range (169.254.0.0/16, fe80::/10)");
        }

        if (four ? bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0 : bytes[0] == 0xff && (bytes[1] & 0x0f) == 2)
        {
            errors.Invalid(path, value, "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
        }
    }

    public static void Port(long port, FieldPath path, ErrorList errors) => errors.Invalid(path, port, Names.PortNumber(port));

    public static void PortOrName(IntOrString port, FieldPath path, ErrorList errors)
    {
        if (port.IsString)
        {
            errors.Invalid(path, port.StringValue, Names.PortName(port.StringValue));
        }
        else
        {
            Port(port.IntValue, path, errors);
        }
    }

    public static void Selector(LabelSelector? selector, FieldPath path, ErrorList errors, bool anyValues = false)
    {
        if (selector is null)
        {
            return;
        }

        Labels(selector.MatchLabels, path.Child("matchLabels"), errors);
        for (var i = 0; i < selector.MatchExpressions.Count; i++)
        {
            var (row, at) = (selector.MatchExpressions[i], path.Child("matchExpressions").Index(i));
            SelectorRow(row.Key, row.Operator, row.Values, at, errors, anyValues);
        }
    }

    public static void SelectorRow(string key, string op, ValueList<string> values, FieldPath at, ErrorList errors, bool anyValues)
    {
        switch (op)
        {
            case "In" or "NotIn":
                if (values.IsEmpty)
                {
                    errors.Required(at.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
                }

                break;
            case "Exists" or "DoesNotExist":
                if (!values.IsEmpty)
                {
                    errors.Forbidden(at.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }

                break;
            default:
                errors.Invalid(at.Child("operator"), op, "not a valid selector operator");
                break;
        }

        QualifiedName(key, at.Child("key"), errors);
        for (var j = 0; j < values.Count && !anyValues; j++)
        {
            errors.Invalid(at.Child("values").Index(j), values[j], Names.LabelValue(values[j]));
        }
    }

    /// <summary>Whether a selector that passed <see cref="Selector"/> matches labels.</summary>
    public static bool Matches(LabelSelector selector, ValueMap<string> labels) =>
        selector.MatchLabels.All(entry => labels.TryGetValue(entry.Key, out var value) && value == entry.Value)
        && selector.MatchExpressions.All(row => row.Operator switch
        {
            "In" => labels.TryGetValue(row.Key, out var value) && row.Values.Contains(value),
            "NotIn" => !labels.TryGetValue(row.Key, out var value) || !row.Values.Contains(value),
            "Exists" => labels.ContainsKey(row.Key),
            "DoesNotExist" => !labels.ContainsKey(row.Key),
            _ => false,
        });

    /// <summary>True for a selector that can be used: the error is told once by <see cref="Selector"/>, again by those who use it.</summary>
    public static bool IsUsable(LabelSelector selector)
    {
        var errors = new ErrorList();
        Selector(selector, FieldPath.Of("selector"), errors);
        return errors.IsEmpty;
    }

    public static bool IsEmpty(LabelSelector selector) => selector.MatchLabels.IsEmpty && selector.MatchExpressions.IsEmpty;

    public static void Tolerations(ValueList<Toleration> tolerations, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < tolerations.Count; i++)
        {
            Toleration(tolerations[i], path.Index(i), errors);
        }
    }

    private static void Toleration(Toleration toleration, FieldPath at, ErrorList errors)
    {
        if (toleration.Key.Length > 0)
        {
            QualifiedName(toleration.Key, at.Child("key"), errors);
        }

        if (toleration.Key.Length == 0 && toleration.Operator != "Exists")
        {
            errors.Invalid(at.Child("operator"), toleration.Operator, "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
        }

        if (toleration.TolerationSeconds is not null && toleration.Effect != "NoExecute")
        {
            errors.Invalid(at.Child("effect"), toleration.Effect, "effect must be 'NoExecute' when `tolerationSeconds` is set");
        }

        switch (toleration.Operator)
        {
            case "Equal" or "":
                if (Names.LabelValue(toleration.Value) is { Count: > 0 } wrong)
                {
                    errors.Invalid(at.Child("operator"), toleration.Value, string.Join(';', wrong));
                }

                break;
            case "Exists":
                if (toleration.Value.Length > 0)
                {
                    errors.Invalid(at.Child("operator"), toleration.Value, "value must be empty when `operator` is 'Exists'");
                }

                break;
            default:
                errors.NotSupported(at.Child("operator"), toleration.Operator, "Equal", "Exists");
                break;
        }

        if (toleration.Effect.Length > 0)
        {
            TaintEffect(toleration.Effect, at.Child("effect"), errors);
        }
    }

    public static void TaintEffect(string effect, FieldPath path, ErrorList errors) => OneOf(effect, path, errors, "NoSchedule", "PreferNoSchedule", "NoExecute");

    /// <summary>A path below a folder that does not start with "..".</summary>
    public static void LocalPath(string value, FieldPath path, ErrorList errors)
    {
        DescendingPath(value, path, errors);
        if (value.StartsWith("..", StringComparison.Ordinal) && !value.StartsWith("../", StringComparison.Ordinal))
        {
            // A lone ".." has been told already as a step back, and is told again.
            errors.Invalid(path, value, "must not start with '..'");
        }
    }

    public static void DescendingPath(string value, FieldPath path, ErrorList errors)
    {
        if (value.StartsWith('/'))
        {
            errors.Invalid(path, value, "must be a relative path");
        }

        NoBacksteps(value, path, errors);
    }

    public static void NoBacksteps(string value, FieldPath path, ErrorList errors)
    {
        if (value.Split('/').Contains(".."))
        {
            errors.Invalid(path, value, "must not contain '..'");
        }
    }

    public static void FileMode(int? mode, FieldPath path, ErrorList errors)
    {
        if (mode is > 0x1ff or < 0)
        {
            errors.Invalid(path, mode.Value, "must be a number between 0 and 0777 (octal), both inclusive");
        }
    }
}
