using System.Text;

namespace Cybernetes.ApiServer.Http;

/// <summary>Warning headers (RFC 7234, 5.5) with code 299, as upstream writes them.</summary>
internal static class WarningHeader
{
    public static string Of(string text)
    {
        var quoted = new StringBuilder("299 - \"");
        foreach (var each in text)
        {
            if (each is '"' or '\\')
            {
                quoted.Append('\\');
            }

            // Control characters would break the header; upstream leaves them out, and what is not ASCII is not a header value.
            if (!char.IsControl(each) && each < 0x7f)
            {
                quoted.Append(each);
            }
        }

        return quoted.Append('"').ToString();
    }
}
