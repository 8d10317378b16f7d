using System.Text;
using Xunit;

namespace LossGen.Training.Tests;

public sealed class CsvTableTests
{
    [Fact]
    public void Numbers_InEveryNotation_AreRead()
    {
        CsvTable table = Parse("a,b,c\n1,-2.5,+3e2\r\n .5 ,\"6\",7.\n");

        Assert.Equal(["a", "b", "c"], table.Columns.ToArray());
        Assert.Equal(2, table.RowCount);
        Assert.Equal([1, -2.5, 300, 0.5, 6, 7], table.Values.ToArray());
        Assert.Equal([-2.5, 6], table.Column("b"));
    }

    [Fact]
    public void Header_WithQuotesCommasAndByteOrderMark_IsRead() =>
        Assert.Equal(["a,b", "say \"x\"", "Länge"], Parse("\uFEFF\"a,b\",\"say \"\"x\"\"\", Länge \n1,2,3").Columns.ToArray());

    [Fact]
    public void TrailingBlankLines_AreIgnored() => Assert.Equal(1, Parse("a,b\n1,2\n\r\n\n").RowCount);

    [Fact]
    public void TargetColumn_IsTakenOutOfTheFeatures()
    {
        var data = Parse("x,y,z\n1,2,3\n4,5,6").ToDataset("y");

        Assert.Equal([1, 3, 4, 6], data.Features.ToArray());
        Assert.Equal([2, 5], data.Targets.ToArray());
        Assert.Equal(["x", "z"], data.FeatureNames.ToArray());
    }

    [Fact]
    public void LabelColumn_BecomesClassLabels() =>
        Assert.Equal([2, 0], Parse("x,class\n1,2\n4,0").ToLabelledDataset("class").Labels.ToArray());

    [Theory]
    [InlineData("", "data.csv: the file is empty.", 0, 0)]
    [InlineData("\r\n\n", "data.csv: the file is empty.", 0, 0)]
    [InlineData("a,b\n", "data.csv: there are no rows below the header.", 0, 0)]
    [InlineData("a,b\n1,2\n3\n", "data.csv, line 3, column 2: the line has 1 cells, but the header has 2: 'b' is missing.", 3, 2)]
    [InlineData("a,b\n1,2,3\n", "data.csv, line 2, column 3: the line has more cells than the header, which has 2.", 2, 3)]
    [InlineData("a,b\n1,2\n3,four\n", "data.csv, line 3, column 2: in 'b', 'four' is not a number.", 3, 2)]
    [InlineData("a,b\n1,2,\n", "data.csv, line 2, column 3: the line has more cells than the header, which has 2.", 2, 3)]
    [InlineData("a,b\n1,\n", "data.csv, line 2, column 2: in 'b', the cell is empty.", 2, 2)]
    [InlineData("a,b\n ,1\n", "data.csv, line 2, column 1: in 'a', the cell is empty.", 2, 1)]
    [InlineData("a,b\n1,2\n\n3,4\n", "data.csv, line 3: the line is empty.", 3, 0)]
    [InlineData("a,b\n1,NaN\n", "data.csv, line 2, column 2: in 'b', 'NaN' is not a finite number.", 2, 2)]
    [InlineData("a,b\n-Infinity,2\n", "data.csv, line 2, column 1: in 'a', '-Infinity' is not a finite number.", 2, 1)]
    [InlineData("a,b\n1e999,2\n", "data.csv, line 2, column 1: in 'a', '1e999' is not a finite number.", 2, 1)]
    [InlineData("a,b\n1 000,2\n", "data.csv, line 2, column 1: in 'a', '1 000' is not a number.", 2, 1)]
    [InlineData("a,b,a\n1,2,3\n", "data.csv, line 1, column 3: the name 'a' is already that of column 1.", 1, 3)]
    [InlineData("a,,c\n1,2,3\n", "data.csv, line 1, column 2: the column has no name.", 1, 2)]
    [InlineData("1,2\n3,4\n", "data.csv, line 1: the first line must name the columns, but it holds numbers.", 1, 0)]
    [InlineData("a,b\n\"1,2\n", "data.csv, line 2, column 1: the quoted cell is not closed.", 2, 1)]
    [InlineData("a,b\n\"1\"2,3\n", "data.csv, line 2, column 1: a comma or the end of the line must follow the closing quote.", 2, 1)]
    [InlineData("\"a\nb\",c\n1,x\n", "data.csv, line 3, column 2: in 'c', 'x' is not a number.", 3, 2)]
    public void BadText_IsRefusedWithLineAndColumn(string text, string message, int line, int column)
    {
        CsvFormatException exception = Assert.Throws<CsvFormatException>(() => Parse(text));

        Assert.Equal(message, exception.Message);
        Assert.Equal((line, column), (exception.Line, exception.Column));
    }

    [Fact]
    public void BytesThatAreNotUtf8_AreRefusedWithLineAndColumn()
    {
        CsvFormatException exception = Assert.Throws<CsvFormatException>(() => CsvTable.Parse([.. "a,b\n1,"u8, 0xFC, .. "2\n"u8], "data.csv"));

        Assert.Equal("data.csv, line 2, column 2: byte 0xFC is not UTF-8. Save the file as UTF-8.", exception.Message);
    }

    [Fact]
    public void MissingColumn_IsRefusedWithThoseThereAre()
    {
        CsvFormatException exception = Assert.Throws<CsvFormatException>(() => Parse("a,b\n1,2").ToDataset("B"));

        Assert.Equal("data.csv: there is no column 'B'. The columns are: a, b.", exception.Message);
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("-1")]
    public void LabelThatCountsNothing_IsRefusedWithItsLine(string label)
    {
        CsvFormatException exception = Assert.Throws<CsvFormatException>(() => Parse($"x,y\n1,0\n1,{label}\n").ToLabelledDataset("y"));

        Assert.Equal($"data.csv, line 3, column 2: in 'y', a class label must be an integer from 0, but this is {label}.", exception.Message);
    }

    [Fact]
    public void MissingFile_IsAnInputOutputError() =>
        Assert.Throws<FileNotFoundException>(() => CsvTable.Read(Path.Combine(Path.GetTempPath(), "there-is-no-such-file.csv")));

    [Fact]
    public void MutatedBytes_AreReadOrRefusedButNeverCrash()
    {
        var random = new Random(17);
        var text = "a,\"b \"\"c\",d\r\n1,2,3\n\"4\",5e1,-6.5\r\n"u8.ToArray();
        for (var trial = 0; trial < 20_000; trial++)
        {
            var mutated = text.AsSpan(0, random.Next(text.Length + 1)).ToArray();
            for (var mutation = random.Next(4); mutation > 0 && mutated.Length > 0; mutation--)
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);

            try
            {
                var table = CsvTable.Parse(mutated, "data.csv");
                Assert.Equal(table.RowCount * table.Columns.Length, table.Values.Length);
            }
            catch (CsvFormatException exception)
            {
                Assert.StartsWith("data.csv", exception.Message, StringComparison.Ordinal);
            }
        }
    }

    private static CsvTable Parse(string text) => CsvTable.Parse(Encoding.UTF8.GetBytes(text), "data.csv");
}
